package io.tillstream.query.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of requests; absent and empty ones are the same. */
public final class Parameters {

    private Parameters() {}

    /** One that must be given. */
    public static String given(String parameter, @Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw InvalidParameterException.of(parameter, what);
        }
        return text;
    }

    /** How many are wanted, from 1 to as many as there may be. */
    public static int limit(@Nullable String text, int unlessGiven, int most) {
        if (text == null || text.isBlank()) {
            return unlessGiven;
        }
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as for numbers out of bounds.
        }
        throw InvalidParameterException.of("limit", "a whole number from 1 to " + most);
    }

    /** One of the constants, by the name that {@link #word} gives it; in any case, with - or _ for a blank. */
    public static <E extends Enum<E>> Optional<E> choice(String parameter, @Nullable String text, Class<E> choices) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Optional.of(Arrays.stream(choices.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidParameterException.of(
                        parameter,
                        Arrays.stream(choices.getEnumConstants())
                                .map(Parameters::word)
                                .collect(Collectors.joining(", ", "one of ", "")))));
    }

    /** How a constant is written in answers: {@code needs attention}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
