package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.BinarySet;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.NumSet;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.Value.TextSet;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What is at the start of a value or somewhere in it. */
final class Contents {

    private Contents() {}

    static boolean beginsWith(@Nullable Value value, @Nullable Value prefix) {
        if (value instanceof Text text && prefix instanceof Text start) {
            return text.value().startsWith(start.value());
        }
        return value instanceof Binary binary
                && prefix instanceof Binary start
                && startsAt(binary.value(), 0, start.value());
    }

    /** A part of a string or of a binary, an element of a list, a member of a set. */
    static boolean contains(@Nullable Value value, @Nullable Value part) {
        if (value == null || part == null) {
            return false;
        }
        return switch (value) {
            case Text text -> part instanceof Text wanted && text.value().contains(wanted.value());
            case Binary binary -> part instanceof Binary wanted && isWithin(binary.value(), wanted.value());
            case ListValue list -> list.elements().contains(part);
            case TextSet set -> part instanceof Text wanted && set.members().contains(wanted.value());
            case NumSet set -> part instanceof Num wanted && set.members().contains(wanted.value());
            case BinarySet set -> part instanceof Binary wanted && set.members().contains(wanted.value());
            default -> false;
        };
    }

    private static boolean isWithin(ByteBuffer whole, ByteBuffer part) {
        for (int start = 0; start <= whole.remaining() - part.remaining(); start++) {
            if (startsAt(whole, start, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(ByteBuffer whole, int start, ByteBuffer part) {
        return start + part.remaining() <= whole.remaining()
                && whole.slice(whole.position() + start, part.remaining()).equals(part);
    }
}
