package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.protocol.AwsError;
import java.util.Collection;

/** How deep the values of an item may be nested: 32 levels, of which the attribute itself is the first. */
public final class ValueDepth {

    static final int MAX_LEVELS = 32;

    private ValueDepth() {}

    public static void require(Item item) {
        item.attributes().values().forEach(ValueDepth::require);
    }

    public static void require(Value value) {
        if (levels(value) > MAX_LEVELS) {
            throw tooDeep();
        }
    }

    static AwsError tooDeep() {
        return AwsError.validation("Nesting Levels have exceeded supported limits: "
                + "Attributes in the item have nested levels beyond supported limit");
    }

    private static int levels(Value value) {
        return switch (value) {
            case Value.MapValue map -> 1 + levels(map.entries().values());
            case Value.ListValue list -> 1 + levels(list.elements());
            default -> 1;
        };
    }

    private static int levels(Collection<Value> values) {
        return values.stream().mapToInt(ValueDepth::levels).max().orElse(0);
    }
}
