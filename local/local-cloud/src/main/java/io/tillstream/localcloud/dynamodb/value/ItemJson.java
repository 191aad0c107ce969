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
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Items and values in the JSON of requests and replies: {@code {"Id":{"N":"1"}}}. */
public final class ItemJson {

    private ItemJson() {}

    /**
     * Reads an item or a key.
     *
     * @throws io.tillstream.localcloud.protocol.AwsError if a value is not one, in the words given
     */
    public static Item item(JsonNode node, ValueMessages messages) {
        return new Item(new ValueReader(messages).attributes(node));
    }

    /** Reads one value, such as of {@code ExpressionAttributeValues}. */
    public static Value value(JsonNode node, ValueMessages messages) {
        return new ValueReader(messages).single(node);
    }

    public static void write(Item item, JsonGenerator out) {
        write(item.attributes(), out);
    }

    public static void write(Value value, JsonGenerator out) {
        out.writeStartObject();
        out.writeName(value.type());
        writeContent(value, out);
        out.writeEndObject();
    }

    private static void write(Map<String, Value> values, JsonGenerator out) {
        out.writeStartObject();
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            out.writeName(entry.getKey());
            write(entry.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void writeContent(Value value, JsonGenerator out) {
        switch (value) {
            case Text text -> out.writeString(text.value());
            case Num number -> write(number.value(), out);
            case Binary binary -> write(binary.value(), out);
            case Bool bool -> out.writeBoolean(bool.value());
            case Null nothing -> out.writeBoolean(true);
            case MapValue map -> write(map.entries(), out);
            case ListValue list -> writeArray(list.elements(), element -> write(element, out), out);
            case TextSet set -> writeArray(set.members(), out::writeString, out);
            case NumSet set -> writeArray(set.members(), member -> write(member, out), out);
            case BinarySet set -> writeArray(set.members(), member -> write(member, out), out);
        }
    }

    private static <T> void writeArray(Iterable<T> elements, Consumer<T> writer, JsonGenerator out) {
        out.writeStartArray();
        elements.forEach(writer);
        out.writeEndArray();
    }

    private static void write(BigDecimal number, JsonGenerator out) {
        out.writeString(number.toPlainString());
    }

    private static void write(ByteBuffer bytes, JsonGenerator out) {
        if (bytes.hasArray()) {
            out.writeBinary(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        } else {
            out.writeBinary(Binary.bytesOf(bytes));
        }
    }
}
