package io.tillstream.localcloud.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of the tables in tests, written briefly. */
final class Attributes {

    private Attributes() {}

    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }

    static AttributeValue list(AttributeValue... values) {
        return AttributeValue.fromL(List.of(values));
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("p", s(partition), "s", s(sort));
    }

    /** The key of an item and one more attribute. */
    static Map<String, AttributeValue> item(String partition, String sort, String attribute, AttributeValue value) {
        return item(partition, sort, Map.of(attribute, value));
    }

    static Map<String, AttributeValue> item(String partition, String sort, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(key(partition, sort));
        item.putAll(attributes);
        return item;
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).s();
    }

    static List<String> texts(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).ss();
    }

    static List<String> numbers(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).ns();
    }

    static String number(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).n();
    }
}
