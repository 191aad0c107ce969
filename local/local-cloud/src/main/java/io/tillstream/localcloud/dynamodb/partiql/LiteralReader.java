package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.value.NumberText;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.ValueDepth;
import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads literals and parameters. */
final class LiteralReader {

    private static final String ROOT = "root";

    private final WordReader words;
    private final Iterator<Value> parameters;

    LiteralReader(WordReader words, List<Value> parameters) {
        this.words = words;
        this.parameters = parameters.iterator();
    }

    /** Whether a literal or a parameter is next. */
    boolean isNext() {
        Word word = words.peek();
        return switch (word.kind()) {
            case TEXT, NUMBER -> true;
            case SIGN -> List.of("?", "[", "{", "<<", "-", "+").contains(word.text());
            case NAME -> List.of("TRUE", "FALSE", "NULL").contains(word.upper());
            case QUOTED_NAME, END -> false;
        };
    }

    Value value() {
        Value value = value(ROOT);
        ValueDepth.require(value);
        return value;
    }

    /** The item of an INSERT: a map whose values each are a root of their own. */
    Map<String, Value> item() {
        if (!words.peek().is("{")) {
            if (words.peek().is("?") && value() instanceof Value.MapValue map) {
                return map.entries();
            }
            throw words.unexpected();
        }
        Map<String, Value> item = entries(ROOT, true);
        item.values().forEach(ValueDepth::require);
        return item;
    }

    void requireAllUsed() {
        if (parameters.hasNext()) {
            throw wrongCount();
        }
    }

    private Value value(String path) {
        Word word = words.peek();
        return switch (word.kind()) {
            case TEXT -> new Text(words.next().text());
            case NUMBER -> number(path, false);
            case SIGN -> signed(path);
            case NAME -> named(path, word);
            case QUOTED_NAME, END -> throw words.unexpected();
        };
    }

    private Value named(String path, Word word) {
        if (words.isFollowedBy("(")) {
            throw StatementFault.at("Unsupported data type: %s under key %s".formatted(word.text(), path), word);
        }
        Value value = switch (word.upper()) {
            case "TRUE" -> new Value.Bool(true);
            case "FALSE" -> new Value.Bool(false);
            case "NULL" -> new Value.Null();
            default -> throw words.unexpected();
        };
        words.next();
        return value;
    }

    private Value signed(String path) {
        if (words.take("?")) {
            return parameter();
        }
        boolean negative = words.take("-");
        if (negative || words.take("+")) {
            if (words.peek().kind() != Word.Kind.NUMBER) {
                throw words.unexpected();
            }
            return number(path, negative);
        }
        if (words.peek().is("{")) {
            return new Value.MapValue(entries(path, false));
        }
        if (words.take("[")) {
            return new Value.ListValue(elements(path, "]"));
        }
        if (words.take("<<")) {
            return Bags.set(elements(path, ">>"));
        }
        throw words.unexpected();
    }

    private Value parameter() {
        if (!parameters.hasNext()) {
            throw wrongCount();
        }
        return parameters.next();
    }

    private static AwsError wrongCount() {
        return AwsError.validation("Number of parameters in request and statement don't match.");
    }

    private Num number(String path, boolean negative) {
        BigDecimal number;
        try {
            number = decimal(words.next().text());
        } catch (NumberFormatException e) {
            throw StatementFault.malformed("");
        }
        try {
            return new Num(NumberText.checked(negative ? number.negate() : number));
        } catch (AwsError e) {
            throw AwsError.validation(e.message() + " under " + path);
        }
    }

    /** The exponent must fit an integer, and so must the scale that comes of it. */
    private static BigDecimal decimal(String text) {
        int exponent = text.toLowerCase(Locale.ROOT).indexOf('e');
        if (exponent >= 0) {
            Integer.parseInt(text.substring(exponent + 1));
        }
        return new BigDecimal(text);
    }

    private Map<String, Value> entries(String path, boolean roots) {
        words.enter();
        Map<String, Value> entries = new LinkedHashMap<>();
        words.require("{");
        if (!words.take("}")) {
            do {
                String name = name();
                words.require(":");
                entries.put(name, value(roots ? ROOT : path + "." + name));
            } while (words.take(","));
            words.require("}");
        }
        words.leave();
        return entries;
    }

    private String name() {
        Word word = words.next();
        if (word.kind() != Word.Kind.TEXT) {
            throw words.unexpected();
        }
        return word.text();
    }

    private List<Value> elements(String path, String end) {
        words.enter();
        List<Value> elements = new ArrayList<>();
        if (!words.take(end)) {
            do {
                elements.add(value(path + "[" + elements.size() + "]"));
            } while (words.take(","));
            words.require(end);
        }
        words.leave();
        return elements;
    }
}
