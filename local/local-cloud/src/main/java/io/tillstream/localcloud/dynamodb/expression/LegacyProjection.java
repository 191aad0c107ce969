package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.JsonTypes;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code AttributesToGet}, which was there before expressions. */
final class LegacyProjection {

    private LegacyProjection() {}

    static @Nullable Projection read(JsonNode request) {
        JsonNode names = request.get("AttributesToGet");
        if (names == null || names.isNull()) {
            return null;
        }
        List<String> attributes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : names.values()) {
            String name = JsonTypes.text(node);
            attributes.add(name);
            if (!seen.add(name)) {
                throw ValueMessages.invalid("Duplicate value in attribute name: " + name);
            }
        }
        return Projection.ofAttributes(attributes);
    }
}
