package io.tillstream.localcloud.dynamodb.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** An item, or a part of one such as its key. It never changes; whoever makes one hands over the map. */
public record Item(Map<String, Value> attributes) implements JacksonSerializable {

    public static final Item EMPTY = new Item(Map.of());

    public @Nullable Value get(String name) {
        return attributes.get(name);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /** The item with only those of the named attributes that it has. */
    public Item only(Iterable<String> names) {
        Map<String, Value> kept = new LinkedHashMap<>();
        for (String name : names) {
            Value value = attributes.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return new Item(kept);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
        ItemJson.write(this, generator);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        ItemJson.write(this, generator);
    }
}
