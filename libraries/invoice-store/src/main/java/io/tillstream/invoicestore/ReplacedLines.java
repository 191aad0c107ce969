package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;

/** Keeps lines that are stored and are about to be replaced, because another version of them counts. */
@FunctionalInterface
public interface ReplacedLines {

    /** Keeps nothing. */
    ReplacedLines UNKEPT = (replaced, by) -> {};

    /**
     * Keeps a line; on return it is durable, and only then is it replaced. The same one may be given again, and by
     * several threads at once.
     *
     * @param by the line that counts, one of those that are added
     */
    void keep(TransactionLine replaced, TransactionLine by);
}
