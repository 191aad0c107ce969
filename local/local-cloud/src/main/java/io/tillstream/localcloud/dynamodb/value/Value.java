package io.tillstream.localcloud.dynamodb.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * One attribute's value. Values never change once they are made; whoever makes one hands over the collections it is
 * made of. Two numbers are equal however they were written.
 */
public sealed interface Value extends JacksonSerializable {

    /** The name of the type as requests write it: {@code S}, {@code N}, {@code SS} and so on. */
    String type();

    @Override
    default void serialize(JsonGenerator generator, SerializationContext context) {
        ItemJson.write(this, generator);
    }

    @Override
    default void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        ItemJson.write(this, generator);
    }

    /** A string. */
    record Text(String value) implements Value {
        @Override
        public String type() {
            return "S";
        }
    }

    /** A number, without trailing zeros. */
    record Num(BigDecimal value) implements Value {
        public Num {
            value = value.stripTrailingZeros();
        }

        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value));
        }

        @Override
        public String type() {
            return "N";
        }
    }

    /** Bytes; whoever reads them leaves the buffer as it is, its position too. */
    record Binary(ByteBuffer value) implements Value {
        /** A copy of a buffer's bytes. */
        public static byte[] bytesOf(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(buffer.position(), bytes);
            return bytes;
        }

        @Override
        public String type() {
            return "B";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Value {
        @Override
        public String type() {
            return "BOOL";
        }
    }

    /** The value of the type {@code NULL}. */
    record Null() implements Value {
        @Override
        public String type() {
            return "NULL";
        }
    }

    /** Values by name. */
    record MapValue(Map<String, Value> entries) implements Value {
        @Override
        public String type() {
            return "M";
        }
    }

    /** Values in a row. */
    record ListValue(List<Value> elements) implements Value {
        @Override
        public String type() {
            return "L";
        }
    }

    /** A set of strings in their order; never empty. */
    record TextSet(Set<String> members) implements Value {
        public TextSet {
            members = ordered(members, ValueOrder::compareTexts);
        }

        @Override
        public String type() {
            return "SS";
        }
    }

    /** A set of numbers in their order, without trailing zeros; never empty. */
    record NumSet(Set<BigDecimal> members) implements Value {
        public NumSet {
            members = ordered(members, Comparator.naturalOrder());
        }

        @Override
        public String type() {
            return "NS";
        }
    }

    /** A set of byte strings in their order; never empty. */
    record BinarySet(Set<ByteBuffer> members) implements Value {
        public BinarySet {
            members = ordered(members, ValueOrder::compareBinaries);
        }

        @Override
        public String type() {
            return "BS";
        }
    }

    private static <T> Set<T> ordered(Set<T> members, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(members);
        sorted.sort(order);
        return new LinkedHashSet<>(sorted);
    }
}
