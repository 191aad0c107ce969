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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Items as bytes, as they are stored: a tag for the type, lengths, and content. */
public final class ItemCodec {

    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int BINARY = 3;
    private static final int TRUE = 4;
    private static final int FALSE = 5;
    private static final int NULL = 6;
    private static final int MAP = 7;
    private static final int LIST = 8;
    private static final int TEXT_SET = 9;
    private static final int NUMBER_SET = 10;
    private static final int BINARY_SET = 11;

    private static final int TYPICAL_ITEM = 512;
    private static final int LONG_BITS = 63;

    private ItemCodec() {}

    public static byte[] encode(Item item) {
        ByteWriter out = new ByteWriter(TYPICAL_ITEM);
        writeMap(item.attributes(), out);
        return out.toArray();
    }

    public static Item decode(byte[] bytes) {
        return new Item(readMap(new ByteSource(bytes)));
    }

    private static void write(Value value, ByteWriter out) {
        switch (value) {
            case Text text -> {
                out.put(TEXT);
                out.putSized(text.value());
            }
            case Num number -> {
                out.put(NUMBER);
                writeNumber(number.value(), out);
            }
            case Binary binary -> {
                out.put(BINARY);
                out.putSized(binary.value());
            }
            case Bool bool -> out.put(bool.value() ? TRUE : FALSE);
            case Null nothing -> out.put(NULL);
            case MapValue map -> {
                out.put(MAP);
                writeMap(map.entries(), out);
            }
            case ListValue list -> writeAll(LIST, list.elements(), element -> write(element, out), out);
            case TextSet set -> writeAll(TEXT_SET, set.members(), out::putSized, out);
            case NumSet set -> writeAll(NUMBER_SET, set.members(), member -> writeNumber(member, out), out);
            case BinarySet set -> writeAll(BINARY_SET, set.members(), out::putSized, out);
        }
    }

    private static void writeMap(Map<String, Value> map, ByteWriter out) {
        out.putVarint(map.size());
        for (Map.Entry<String, Value> entry : map.entrySet()) {
            out.putSized(entry.getKey());
            write(entry.getValue(), out);
        }
    }

    private static <T> void writeAll(int tag, Collection<T> all, Consumer<T> writer, ByteWriter out) {
        out.put(tag);
        out.putVarint(all.size());
        all.forEach(writer);
    }

    /** The scale, twice, and one more if the digits do not fit a long; then the digits. */
    private static void writeNumber(BigDecimal number, ByteWriter out) {
        BigInteger digits = number.unscaledValue();
        boolean large = digits.bitLength() > LONG_BITS;
        out.putSigned(number.scale() * 2L + (large ? 1 : 0));
        if (large) {
            out.putSized(digits.toByteArray());
        } else {
            out.putSigned(digits.longValue());
        }
    }

    private static Value read(ByteSource in) {
        int tag = in.next();
        return switch (tag) {
            case TEXT -> new Text(in.nextText());
            case NUMBER -> new Num(readNumber(in));
            case BINARY -> new Binary(in.nextBuffer());
            case TRUE -> new Bool(true);
            case FALSE -> new Bool(false);
            case NULL -> new Null();
            case MAP -> new MapValue(readMap(in));
            case LIST -> new ListValue(readList(in));
            case TEXT_SET -> new TextSet(readSet(in, in::nextText));
            case NUMBER_SET -> new NumSet(readSet(in, () -> readNumber(in)));
            case BINARY_SET -> new BinarySet(readSet(in, in::nextBuffer));
            default -> throw new IllegalStateException("No value has the tag " + tag);
        };
    }

    private static Map<String, Value> readMap(ByteSource in) {
        int size = in.nextLength();
        Map<String, Value> map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            String name = in.nextText();
            map.put(name, read(in));
        }
        return map;
    }

    private static List<Value> readList(ByteSource in) {
        int size = in.nextLength();
        List<Value> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(read(in));
        }
        return elements;
    }

    private static <T> Set<T> readSet(ByteSource in, Supplier<T> reader) {
        int size = in.nextLength();
        Set<T> members = LinkedHashSet.newLinkedHashSet(size);
        for (int i = 0; i < size; i++) {
            members.add(reader.get());
        }
        return members;
    }

    private static BigDecimal readNumber(ByteSource in) {
        long header = in.nextSigned();
        int scale = (int) (header >> 1);
        return (header & 1) == 0
                ? BigDecimal.valueOf(in.nextSigned(), scale)
                : new BigDecimal(new BigInteger(in.nextBytes()), scale);
    }
}
