package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations on the tags of tables. */
public final class ResourceTagOperations {

    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\\d{12}:table/([a-zA-Z0-9_.-]+)");

    private final Tables tables;

    public ResourceTagOperations(Tables tables) {
        this.tables = tables;
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsOfResource", this::list);
    }

    private Object tag(AwsRequest request) {
        return change(request, tags -> tags.putAll(TagReader.tags(request)));
    }

    private Object untag(AwsRequest request) {
        return change(request, tags -> request.texts("TagKeys").forEach(tags::remove));
    }

    private Object change(AwsRequest request, Consumer<Map<String, String>> change) {
        String arn = request.requiredText("ResourceArn");
        String name = nameIn(arn);
        if (tables.find(name) == null) {
            throw AwsError.badRequest(
                    "ResourceNotFoundException",
                    "Requested resource not found: ResourcArn: %s not found".formatted(arn));
        }
        tables.change(name, table -> {
            Map<String, String> tags = new LinkedHashMap<>(table.tags());
            change.accept(tags);
            return table.withTags(tags);
        });
        return Map.of();
    }

    private Object list(AwsRequest request) {
        String arn = request.requiredText("ResourceArn");
        TableDefinition table = tables.find(nameIn(arn));
        if (table == null) {
            throw AwsError.badRequest(
                    "AccessDeniedException",
                    ("User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:ListTagsOfResource on"
                                    + " resource: %s")
                            .formatted(arn));
        }
        List<Map<String, String>> tags = table.tags().entrySet().stream()
                .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
        return Map.of("Tags", tags);
    }

    private static String nameIn(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw AwsError.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        return matcher.group(1);
    }
}
