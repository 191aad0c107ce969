package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.time.LocalDateTime;
import java.util.Comparator;

/** Where an invoice stands among those of its customer: newest first, higher numbers first at the same time. */
public record InvoicePlace(LocalDateTime date, InvoiceNumber invoiceNo) implements Comparable<InvoicePlace> {

    private static final Comparator<InvoicePlace> ORDER = Comparator.comparing(InvoicePlace::date)
            .thenComparing(place -> place.invoiceNo().value())
            .reversed();

    @Override
    public int compareTo(InvoicePlace other) {
        return ORDER.compare(this, other);
    }
}
