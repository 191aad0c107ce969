package io.tillstream.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a visitor did with a product. */
public enum EventType {
    VIEW,
    CART,
    REMOVE_FROM_CART,
    PURCHASE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The type that is written so, such as {@code remove_from_cart} or {@code removeFromCart}, in any case. */
    public static Optional<EventType> of(String written) {
        for (EventType type : values()) {
            if (type.text.equals(written)) {
                return Optional.of(type);
            }
        }
        String letters = lettersOf(written);
        return Arrays.stream(values())
                .filter(type -> lettersOf(type.text).equals(letters))
                .findFirst();
    }

    /** All of them as they are written, with commas between. */
    public static String all() {
        return Arrays.stream(values()).map(EventType::text).collect(Collectors.joining(", "));
    }

    /** As it is written: in lower case, with underscores between words. */
    public String text() {
        return text;
    }

    private static String lettersOf(String text) {
        return text.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
