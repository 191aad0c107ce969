package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;
import java.util.Collection;
import java.util.List;

/**
 * Adds lines to invoices.
 *
 * <p>Adding is idempotent and commutes: lines may arrive again, late, in any order and through several writers at
 * once, and every reader ends up seeing the same invoices and customers.
 */
public interface InvoiceWriter {

    /**
     * Adds the lines; on return all of them, and the summaries they bear on, are stored.
     *
     * @return the lines that the store will never take, as a rule none; all others are stored
     * @throws InvoiceStoreUnavailableException when some may not be stored; adding all of them again is safe
     */
    List<RefusedLine> add(Collection<TransactionLine> lines);
}
