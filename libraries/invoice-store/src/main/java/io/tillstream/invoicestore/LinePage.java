package io.tillstream.invoicestore;

import java.util.List;
import java.util.Optional;

/**
 * A page of the lines of an invoice number, in the order of their keys.
 *
 * @param next the key after which there may be more; nothing when there are none
 */
record LinePage(List<PlacedLine> lines, Optional<String> next) {

    boolean isWhole() {
        return next.isEmpty();
    }

    List<StoredLine> stored() {
        return lines.stream().map(PlacedLine::line).toList();
    }
}
