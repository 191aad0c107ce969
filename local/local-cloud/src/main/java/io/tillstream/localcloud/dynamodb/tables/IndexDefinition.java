package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index.
 *
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param space where its entries are
 * @param complete whether the items that were there before it are in it
 */
public record IndexDefinition(
        String name,
        boolean global,
        KeySchema keys,
        String projection,
        List<String> nonKeyAttributes,
        Throughput throughput,
        int space,
        boolean complete) {

    public boolean projectsAll() {
        return projection.equals("ALL");
    }

    /** Whether the index holds all of an item's attributes or at least those named. */
    public boolean projects(Set<String> attributes, KeySchema tableKeys) {
        return projectsAll()
                || attributes.stream()
                        .allMatch(name -> nonKeyAttributes.contains(name) || keys.has(name) || tableKeys.has(name));
    }

    /** What of an item is in the index. */
    public Item projected(Item item, KeySchema tableKeys) {
        if (projectsAll()) {
            return item;
        }
        Set<String> names = new LinkedHashSet<>(tableKeys.names());
        names.addAll(keys.names());
        names.addAll(nonKeyAttributes);
        return item.only(names);
    }

    /** The first attribute of its key that an item has in another type; null if there is none. */
    public @Nullable KeyAttribute mismatch(Item item) {
        for (KeyAttribute key : (Iterable<KeyAttribute>) keys.all()::iterator) {
            Value value = item.get(key.name());
            if (value != null && !value.type().equals(key.type())) {
                return key;
            }
        }
        return null;
    }

    public IndexDefinition completed() {
        return new IndexDefinition(name, global, keys, projection, nonKeyAttributes, throughput, space, true);
    }

    public IndexDefinition withThroughput(Throughput changed) {
        return new IndexDefinition(name, global, keys, projection, nonKeyAttributes, changed, space, complete);
    }
}
