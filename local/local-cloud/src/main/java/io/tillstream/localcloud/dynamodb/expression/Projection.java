package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath.Step;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The places of an item that a request wants. No place is inside another. */
public record Projection(List<DocumentPath> paths) {

    /** The whole attributes of these names. */
    public static Projection ofAttributes(Iterable<String> names) {
        List<DocumentPath> paths = new ArrayList<>();
        names.forEach(name -> paths.add(DocumentPath.attribute(name)));
        return new Projection(paths);
    }

    /** The item with what is at those places, in maps and lists as there; lists without the elements between. */
    public Item apply(Item item) {
        Map<String, Value> kept = new LinkedHashMap<>();
        byNextStep(paths, 0).forEach((step, within) -> {
            Value value = item.get(String.valueOf(step.name()));
            Value part = value == null ? null : part(value, within, 1);
            if (part != null) {
                kept.put(String.valueOf(step.name()), part);
            }
        });
        return new Item(kept);
    }

    private static @Nullable Value part(Value value, List<DocumentPath> within, int depth) {
        if (within.getFirst().steps().size() == depth) {
            return value;
        }
        Map<Step, List<DocumentPath>> byStep = byNextStep(within, depth);
        return switch (value) {
            case MapValue map -> partOfMap(map, byStep, depth);
            case ListValue list -> partOfList(list, byStep, depth);
            default -> null;
        };
    }

    private static @Nullable Value partOfMap(MapValue map, Map<Step, List<DocumentPath>> byStep, int depth) {
        Map<String, Value> kept = new LinkedHashMap<>();
        byStep.forEach((step, within) -> {
            Value entry = step.name() == null ? null : map.entries().get(step.name());
            Value part = entry == null ? null : part(entry, within, depth + 1);
            if (part != null && step.name() != null) {
                kept.put(step.name(), part);
            }
        });
        return kept.isEmpty() ? null : new MapValue(kept);
    }

    private static @Nullable Value partOfList(ListValue list, Map<Step, List<DocumentPath>> byStep, int depth) {
        Map<Integer, Value> kept = new TreeMap<>();
        byStep.forEach((step, within) -> {
            boolean there = step.isIndex() && step.index() < list.elements().size();
            Value part = there ? part(list.elements().get(step.index()), within, depth + 1) : null;
            if (part != null) {
                kept.put(step.index(), part);
            }
        });
        return kept.isEmpty() ? null : new ListValue(new ArrayList<>(kept.values()));
    }

    private static Map<Step, List<DocumentPath>> byNextStep(List<DocumentPath> paths, int depth) {
        Map<Step, List<DocumentPath>> byStep = new LinkedHashMap<>();
        for (DocumentPath path : paths) {
            byStep.computeIfAbsent(path.steps().get(depth), first -> new ArrayList<>())
                    .add(path);
        }
        return byStep;
    }
}
