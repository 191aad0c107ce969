package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;
import java.util.List;

/** All voids, numbered from one in the order in which they were registered. Nothing is ever taken out. */
interface VoidRegister {

    /** What was registered after so many others. */
    List<TransactionLine> after(long count);

    /**
     * Registers a void after so many others.
     *
     * @return whether it is registered; not when someone else has registered one meanwhile
     */
    boolean add(TransactionLine voiding, long count);
}
