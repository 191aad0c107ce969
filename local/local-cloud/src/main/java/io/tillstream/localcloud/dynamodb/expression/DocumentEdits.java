package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath.Step;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.MapValue;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Carries out edits: copies the maps and lists on the way to each, and leaves all else as it is. */
final class DocumentEdits {

    private final Item before;

    private DocumentEdits(Item before) {
        this.before = before;
    }

    static Item apply(List<Edit> edits, Item before) {
        return new Item(new DocumentEdits(before).editedEntries(before.attributes(), edits, 0));
    }

    private Map<String, Value> editedEntries(Map<String, Value> entries, List<Edit> edits, int depth) {
        Map<String, List<Edit>> byName = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String name = edit.path().steps().get(depth).name();
            if (name == null) {
                throw invalidPath();
            }
            byName.computeIfAbsent(name, first -> new ArrayList<>()).add(edit);
        }
        Map<String, Value> copy = new LinkedHashMap<>(entries);
        byName.forEach((name, within) -> {
            Value value = edited(entries.get(name), within, depth + 1);
            if (value == null) {
                copy.remove(name);
            } else {
                copy.put(name, value);
            }
        });
        return copy;
    }

    private @Nullable Value edited(@Nullable Value value, List<Edit> edits, int depth) {
        Edit first = edits.getFirst();
        if (first.path().steps().size() == depth) {
            return first.result(value, before);
        }
        if (value instanceof MapValue map) {
            return new MapValue(editedEntries(map.entries(), edits, depth));
        }
        if (value instanceof ListValue list) {
            return new ListValue(editedElements(list.elements(), edits, depth));
        }
        throw invalidPath();
    }

    /** Elements keep the index they had before the update until all is done; those beyond the end are appended. */
    private List<Value> editedElements(List<Value> elements, List<Edit> edits, int depth) {
        SortedMap<Integer, List<Edit>> byIndex = new TreeMap<>();
        for (Edit edit : edits) {
            Step step = edit.path().steps().get(depth);
            if (!step.isIndex()) {
                throw invalidPath();
            }
            byIndex.computeIfAbsent(step.index(), first -> new ArrayList<>()).add(edit);
        }
        List<@Nullable Value> copy = new ArrayList<>(elements);
        byIndex.forEach((index, within) -> {
            if (index < elements.size()) {
                copy.set(index, edited(elements.get(index), within, depth + 1));
            } else {
                copy.add(edited(null, within, depth + 1));
            }
        });
        List<Value> kept = new ArrayList<>(copy.size());
        for (@Nullable Value element : copy) {
            if (element != null) {
                kept.add(element);
            }
        }
        return kept;
    }

    private static AwsError invalidPath() {
        return AwsError.validation("The document path provided in the update expression is invalid for update");
    }
}
