package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;
import io.tillstream.storecalls.StoreUnavailableException;
import java.util.Collection;
import java.util.List;

/**
 * Adds lines to invoices.
 *
 * <p>Adding is idempotent and commutes: lines may arrive again, late, in any order and through several writers at
 * once, and every reader ends up seeing the same invoices and customers. Of lines with the same identity that say
 * different things the one counts whose {@link io.tillstream.model.identity.LineVersion} comes first.
 */
@FunctionalInterface
public interface InvoiceWriter {

    /**
     * Adds the lines; on return all of them, and the summaries they bear on, are stored.
     *
     * @param replaced is given each stored line in whose place one of these is put
     * @return the lines that do not count, as a rule none; all others are stored
     * @throws StoreUnavailableException when some may not be stored; adding all of them again is safe
     */
    List<RefusedLine> add(Collection<TransactionLine> lines, ReplacedLines replaced);

    /** Adds the lines where nobody asks for those that they replace. */
    default List<RefusedLine> add(Collection<TransactionLine> lines) {
        return add(lines, ReplacedLines.UNKEPT);
    }
}
