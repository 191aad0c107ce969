package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the lines and the summaries of invoices are stored. */
interface SummaryStore {

    /**
     * Hands over all lines of the invoice that were stored before the call, one after another.
     *
     * @return whether some lie under keys of the time when keys did not tell the shop
     */
    boolean readLines(InvoiceNumber invoiceNo, Consumer<LineAmount> lines);

    /** Puts a summary if its place holds that with the given digest, or none. */
    SummaryPutResult put(Purchase purchase, Optional<String> replacedDigest);

    /**
     * Puts several summaries on the same condition, each for itself.
     *
     * @return those that are there; of the others it is not known why they are not, or whether they are
     */
    List<SummaryUpdate.Replacement> putAll(List<SummaryUpdate.Replacement> replacements);
}
