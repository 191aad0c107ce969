package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.BinarySet;
import io.tillstream.localcloud.dynamodb.value.Value.Bool;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.MapValue;
import io.tillstream.localcloud.dynamodb.value.Value.Null;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.NumSet;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.Value.TextSet;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Map;

/** How many bytes the service counts for an item, a value or a text. */
public final class ItemSize {

    /** The most an item may have, names and values together. */
    public static final int MAX_BYTES = 400 * 1024;

    // What a list or a map costs beside its content, and each of its elements.
    private static final int CONTAINER = 3;
    private static final int ELEMENT = 1;

    private ItemSize() {}

    public static int of(Item item) {
        int size = 0;
        for (Map.Entry<String, Value> attribute : item.attributes().entrySet()) {
            size += utf8(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    public static int of(Value value) {
        return switch (value) {
            case Text text -> utf8(text.value());
            case Num number -> number(number.value());
            case Binary binary -> binary.value().remaining();
            case Bool bool -> 1;
            case Null nothing -> 1;
            case MapValue map -> map(map);
            case ListValue list -> list(list);
            case TextSet set -> set.members().stream().mapToInt(ItemSize::utf8).sum();
            case NumSet set -> set.members().stream().mapToInt(ItemSize::number).sum();
            case BinarySet set ->
                set.members().stream().mapToInt(ByteBuffer::remaining).sum();
        };
    }

    /** The length of the text in UTF-8. */
    public static int utf8(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate pair has four bytes: two for each half.
                bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return bytes;
    }

    /** Two digits a byte, counted apart before and after the point; the guide's rule is slightly off. */
    private static int number(BigDecimal number) {
        if (number.signum() == 0) {
            return 1;
        }
        int digits = number.precision();
        int fraction = Math.clamp(number.scale(), 0, digits);
        int sign = number.signum() < 0 ? 1 : 0;
        return 1 + (digits - fraction + 1) / 2 + (fraction + 1) / 2 + sign;
    }

    private static int map(MapValue map) {
        int size = CONTAINER;
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            size += ELEMENT + utf8(entry.getKey()) + of(entry.getValue());
        }
        return size;
    }

    private static int list(ListValue list) {
        int size = CONTAINER;
        for (Value element : list.elements()) {
            size += ELEMENT + of(element);
        }
        return size;
    }
}
