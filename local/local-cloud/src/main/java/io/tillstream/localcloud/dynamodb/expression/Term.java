package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
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
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has a value, given an item. */
public sealed interface Term {

    /** The value, or null if the item has none there. */
    @Nullable
    Value value(Item item);

    /** The names of the attributes that it looks at. */
    default Stream<String> attributes() {
        return switch (this) {
            case Attribute attribute -> Stream.of(attribute.path().root());
            case Constant constant -> Stream.of();
            case Size size -> size.operand().attributes();
            case IfNotExists other ->
                Stream.concat(Stream.of(other.path().root()), other.fallback().attributes());
            case ListAppend append ->
                Stream.concat(append.first().attributes(), append.second().attributes());
            case Sum sum -> Stream.concat(sum.left().attributes(), sum.right().attributes());
        };
    }

    /** The type the value has whatever the item, or null if that depends on the item. */
    default @Nullable String knownType() {
        return null;
    }

    /** The value that an update needs, which the item must have. */
    default Value required(Item item) {
        Value value = value(item);
        if (value == null) {
            throw AwsError.validation("The provided expression refers to an attribute that does not exist in the item");
        }
        return value;
    }

    /** A value of the item. */
    record Attribute(DocumentPath path) implements Term {
        @Override
        public @Nullable Value value(Item item) {
            return path.in(item);
        }
    }

    /** A value of the request. */
    record Constant(Value constant) implements Term {
        @Override
        public Value value(Item item) {
            return constant;
        }

        @Override
        public String knownType() {
            return constant.type();
        }
    }

    /** {@code size}: the length of a string in UTF-16 units, of a binary in bytes, of a list, map or set. */
    record Size(Term operand) implements Term {
        @Override
        public @Nullable Value value(Item item) {
            Value value = operand.value(item);
            return value == null ? null : sizeOf(value);
        }

        @Override
        public String knownType() {
            return "N";
        }

        private static @Nullable Value sizeOf(Value value) {
            return switch (value) {
                case Text text -> Num.of(text.value().length());
                case Binary binary -> Num.of(binary.value().remaining());
                case MapValue map -> Num.of(map.entries().size());
                case ListValue list -> Num.of(list.elements().size());
                case TextSet set -> Num.of(set.members().size());
                case NumSet set -> Num.of(set.members().size());
                case BinarySet set -> Num.of(set.members().size());
                case Num number -> null;
                case Bool truth -> null;
                case Null nothing -> null;
            };
        }
    }

    /** {@code if_not_exists}: a value of the item, or else another. */
    record IfNotExists(DocumentPath path, Term fallback) implements Term {
        @Override
        public Value value(Item item) {
            Value value = path.in(item);
            return value == null ? fallback.required(item) : value;
        }
    }

    /** {@code list_append}: the elements of one list, then those of another. */
    record ListAppend(Term first, Term second) implements Term {
        @Override
        public Value value(Item item) {
            List<Value> elements = new ArrayList<>(elements(first, item));
            elements.addAll(elements(second, item));
            return new ListValue(elements);
        }

        @Override
        public String knownType() {
            return "L";
        }

        private static List<Value> elements(Term term, Item item) {
            if (term.required(item) instanceof ListValue list) {
                return list.elements();
            }
            throw Arithmetic.wrongType();
        }
    }

    /** A sum, or a difference if so marked. */
    record Sum(Term left, Term right, boolean difference) implements Term {
        @Override
        public Value value(Item item) {
            Num first = number(left, item);
            Num second = number(right, item);
            return Arithmetic.sum(first, difference ? new Num(second.value().negate()) : second);
        }

        @Override
        public String knownType() {
            return "N";
        }

        private static Num number(Term term, Item item) {
            if (term.required(item) instanceof Num number) {
                return number;
            }
            throw Arithmetic.wrongType();
        }
    }
}
