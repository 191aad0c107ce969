package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice stands among those of its customer: newest first, higher numbers first at the same time, then by
 * shop.
 */
public record InvoicePlace(
        LocalDateTime date,
        InvoiceNumber invoiceNo,
        @Nullable StoreId shop) implements Comparable<InvoicePlace> {

    private static final Comparator<InvoicePlace> ORDER = Comparator.comparing(InvoicePlace::date)
            .thenComparing(place -> place.invoiceNo().value())
            .thenComparing(place -> place.shop == null ? "" : place.shop.value())
            .reversed();

    @Override
    public int compareTo(InvoicePlace other) {
        return ORDER.compare(this, other);
    }
}
