package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.media.Schema;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.Names;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.FieldShape;
import io.tillstream.model.row.RowFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** The schemas of the OpenAPI document that differ from feed to feed: its rows, and the answers to them. */
final class FeedSchemas {

    private final Feed feed;

    FeedSchemas(Feed feed) {
        this.feed = feed;
    }

    Map<String, Schema<?>> all() {
        return Map.of(named("Row"), row(), named("Line"), line(), named("Answer"), ApiSchemas.answer(named("Line")));
    }

    Schema<?> rowReference() {
        return ApiSchemas.reference(named("Row"));
    }

    Schema<?> answerReference() {
        return ApiSchemas.reference(named("Answer"));
    }

    String rowName() {
        return named("Row");
    }

    /** The schemas of transactions are called without their feed. */
    private String named(String schema) {
        String name = feed.name().value();
        return name.equals(Names.TRANSACTIONS) ? schema : inCamelCase(name) + schema;
    }

    private static String inCamelCase(String name) {
        return Arrays.stream(name.split("-", -1)).map(StringUtils::capitalize).collect(Collectors.joining());
    }

    private Schema<?> row() {
        RowFields fields = feed.fields();
        Schema<?> row = ApiSchemas.object(fields.description(), fields.missingIn(List.of()));
        fields.all().forEach(field -> row.addProperty(field.label(), value(field)));
        row.setAdditionalProperties(fields.own().keepsUnknown());
        return row;
    }

    static Schema<?> value(Field field) {
        FieldShape shape = field.shape();
        Schema<?> value = shape.values().isEmpty()
                ? ApiSchemas.value(
                        shape.types().stream().map(FieldShape.JsonType::text).toArray(String[]::new))
                : ApiSchemas.oneOf(shape.values());
        if (!field.isRequired()) {
            value.addType("null");
            if (!shape.values().isEmpty()) {
                value.addEnumItemObject(null);
            }
        }
        if (!shape.description().isEmpty()) {
            value.description(shape.description());
        }
        if (shape.maxLength() != null) {
            value.minLength(field.isRequired() ? 1 : null).maxLength(shape.maxLength());
        }
        return shape.pattern() == null ? value : value.pattern(shape.pattern());
    }

    private Schema<?> line() {
        String partitionKey = feed.partitionKeyName();
        String lineId = feed.lineIdName();
        Schema<?> line = ApiSchemas.object("An accepted row.", List.of("row", partitionKey, lineId));
        line.addProperty("row", ApiSchemas.place());
        line.addProperty(partitionKey, ApiSchemas.value("string"));
        line.addProperty(lineId, ApiSchemas.value("string"));
        return line;
    }
}
