package io.tillstream.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields that were derived from a line on its way into the stream, in the order of their names; at most 20. They are
 * no part of what identifies a line. Immutable.
 *
 * @param values by names of 1 to 40 letters, digits and underscores, the first a lower-case letter
 */
public record Attributes(Map<String, AttributeValue> values) {

    public static final int MAX_COUNT = 20;

    /** No derived fields. */
    public static final Attributes NONE = new Attributes(Map.of());

    private static final int MAX_NAME_LENGTH = 40;

    public Attributes {
        if (values.size() > MAX_COUNT) {
            throw new IllegalArgumentException("there are more than " + MAX_COUNT + " attributes");
        }
        if (!values.keySet().stream().allMatch(Attributes::isName)) {
            throw new IllegalArgumentException("the name of an attribute breaks its rule");
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Whether an attribute may have this name. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME_LENGTH
                && name.charAt(0) >= 'a'
                && name.charAt(0) <= 'z'
                && name.chars().allMatch(Attributes::isNameCharacter);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** Shows the names, and no values, which may be customer data. */
    @Override
    public String toString() {
        return "Attributes" + values.keySet();
    }
}
