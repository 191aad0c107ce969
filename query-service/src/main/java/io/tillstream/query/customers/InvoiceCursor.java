package io.tillstream.query.customers;

import io.tillstream.invoicestore.InvoicePlace;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import io.tillstream.query.http.InvalidParameterException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place where a page ended, in a form that callers pass on without understanding it. */
final class InvoiceCursor {

    private static final String SEPARATOR = "|";

    private InvoiceCursor() {}

    static String of(InvoicePlace place) {
        String shop = place.shop() == null ? "" : SEPARATOR + place.shop().value();
        String text = place.date().toString() + SEPARATOR + place.invoiceNo() + shop;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing for a first page. */
    static @Nullable InvoicePlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.strip()), StandardCharsets.UTF_8);
            String[] parts = text.split(Pattern.quote(SEPARATOR), 3);
            if (parts.length > 1) {
                return new InvoicePlace(
                        LocalDateTime.parse(parts[0]),
                        new InvoiceNumber(parts[1]),
                        parts.length > 2 ? new StoreId(parts[2]) : null);
            }
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            // Told below.
        }
        throw InvalidParameterException.of("cursor", "the value of next of an earlier answer");
    }
}
