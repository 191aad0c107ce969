package io.tillstream.query.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The place where a page ended, in a form that callers pass on without understanding it. */
public final class CursorText {

    private CursorText() {}

    /** The cursor of a place that is written so. */
    public static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor; a first page has none.
     *
     * @param read makes the place of its text, or throws {@link IllegalArgumentException} if it is none
     */
    public static <P> Optional<P> place(@Nullable String cursor, Function<String, P> read) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    read.apply(new String(Base64.getUrlDecoder().decode(cursor.strip()), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            throw InvalidParameterException.of("cursor", "the value of next of an earlier answer");
        }
    }
}
