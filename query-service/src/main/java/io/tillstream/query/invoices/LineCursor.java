package io.tillstream.query.invoices;

import io.tillstream.invoicestore.LinePlace;
import io.tillstream.query.http.InvalidParameterException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The line where a page ended, in a form that callers pass on without understanding it. */
final class LineCursor {

    private static final String OF_LARGE = "L|";
    private static final String OF_OTHER = "l|";

    private LineCursor() {}

    static String of(LinePlace place) {
        String text = (place.ofLarge() ? OF_LARGE : OF_OTHER) + place.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing for a first page. */
    static @Nullable LinePlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.strip()), StandardCharsets.UTF_8);
            if (text.startsWith(OF_LARGE) || text.startsWith(OF_OTHER)) {
                return new LinePlace(text.substring(OF_LARGE.length()), text.startsWith(OF_LARGE));
            }
        } catch (IllegalArgumentException madeUp) {
            // Told below.
        }
        throw InvalidParameterException.of("cursor", "the value of next of an earlier answer");
    }
}
