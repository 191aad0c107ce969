package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Updates in the member that was there before expressions: {@code AttributeUpdates}. */
final class LegacyUpdates {

    private static final Set<String> ACTIONS = Set.of("ADD", "PUT", "DELETE");
    private static final Set<String> ADDABLE = Set.of("N", "L", "SS", "NS", "BS");

    private LegacyUpdates() {}

    static @Nullable Update read(JsonNode request, ValueMessages messages) {
        JsonNode updates = request.get("AttributeUpdates");
        if (updates == null || updates.isNull()) {
            return null;
        }
        List<Edit> edits = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : updates.properties()) {
            edits.add(edit(entry.getKey(), entry.getValue(), messages));
        }
        return new Update(edits, edits.isEmpty() || !edits.stream().allMatch(LegacyUpdates::isDeletion));
    }

    /** Deletions alone do not create an item. */
    private static boolean isDeletion(Edit edit) {
        return edit instanceof Edit.Remove || edit instanceof Edit.Subtract;
    }

    private static Edit edit(String attribute, JsonNode node, ValueMessages messages) {
        String action = node.path("Action").asString("PUT");
        if (!ACTIONS.contains(action)) {
            throw AwsError.validation(
                    "1 validation error detected: Value '%s' at 'attributeUpdates.%s.member.action' failed to satisfy constraint: Member must satisfy enum value set: [ADD, PUT, DELETE]"
                            .formatted(action, attribute));
        }
        DocumentPath path = DocumentPath.attribute(attribute);
        if (!node.hasNonNull("Value")) {
            if (!action.equals("DELETE")) {
                throw ValueMessages.invalid("Only DELETE action is allowed when no attribute value is specified");
            }
            return new Edit.Remove(path);
        }
        Value value = ItemJson.value(node.get("Value"), messages);
        if (action.equals("DELETE") && !OperandTypes.SETS.contains(value.type())) {
            throw ValueMessages.invalid("DELETE action with value is not supported for the type " + value.type());
        }
        if (action.equals("ADD") && !ADDABLE.contains(value.type())) {
            throw ValueMessages.invalid("ADD action is not supported for the type " + value.type());
        }
        return switch (action) {
            case "DELETE" -> new Edit.Subtract(path, value);
            case "ADD" -> new Edit.Add(path, value);
            default -> new Edit.Assign(path, new Term.Constant(value));
        };
    }
}
