package io.tillstream.query.customers;

import io.tillstream.invoicestore.InvoicePlace;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.query.web.InvalidParameterException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How the place where a page ended is told to callers, who need not understand it. */
final class Cursor {

    private static final char SEPARATOR = '|';

    private Cursor() {}

    static String of(InvoicePlace place) {
        String text = place.date().toString() + SEPARATOR + place.invoiceNo();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing for a first page. */
    static @Nullable InvoicePlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.strip()), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            if (separator > 0) {
                return new InvoicePlace(
                        LocalDateTime.parse(text.substring(0, separator)),
                        new InvoiceNumber(text.substring(separator + 1)));
            }
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            // Told below.
        }
        throw InvalidParameterException.of("cursor", "the next of an earlier answer");
    }
}
