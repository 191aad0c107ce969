package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.MapValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value is in an item: an attribute's name, then names in maps and indexes in lists. */
public record DocumentPath(List<Step> steps) {

    /** A name, or an index if the name is null. */
    public record Step(@Nullable String name, int index) {

        public static Step name(String name) {
            return new Step(name, -1);
        }

        public static Step index(int index) {
            return new Step(null, index);
        }

        public boolean isIndex() {
            return name == null;
        }

        @Override
        public String toString() {
            return name == null ? "[" + index + "]" : name;
        }
    }

    public static DocumentPath attribute(String name) {
        return new DocumentPath(List.of(Step.name(name)));
    }

    /** The name of the attribute that the path begins with. */
    public String root() {
        String name = steps.getFirst().name();
        if (name == null) {
            throw new IllegalStateException("A path begins with a name");
        }
        return name;
    }

    /** Whether it leads into an attribute rather than to a whole one. */
    public boolean isNested() {
        return steps.size() > 1;
    }

    /** The value there, or null. */
    public @Nullable Value in(Item item) {
        Value value = item.get(root());
        for (int i = 1; i < steps.size() && value != null; i++) {
            value = child(value, steps.get(i));
        }
        return value;
    }

    private static @Nullable Value child(Value parent, Step step) {
        if (parent instanceof MapValue map && step.name() != null) {
            return map.entries().get(step.name());
        }
        if (parent instanceof ListValue list
                && step.isIndex()
                && step.index() < list.elements().size()) {
            return list.elements().get(step.index());
        }
        return null;
    }

    /** As messages show it: {@code [a, [0], b]}. */
    @Override
    public String toString() {
        return steps.toString();
    }
}
