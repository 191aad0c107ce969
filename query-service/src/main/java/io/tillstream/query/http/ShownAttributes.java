package io.tillstream.query.http;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derived fields as callers see them: texts, exact numbers and booleans by name. */
public final class ShownAttributes {

    private ShownAttributes() {}

    /** Nothing where none was derived, so that the answer leaves them out. */
    public static @Nullable Map<String, Object> of(Attributes attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        attributes.values().forEach((name, value) -> shown.put(name, scalar(value)));
        return shown;
    }

    private static Object scalar(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text text -> text.value();
            case AttributeValue.Numeral number -> number.value();
            case AttributeValue.Flag flag -> flag.value();
        };
    }
}
