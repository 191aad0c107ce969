package io.tillstream.model.layout;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;

/** Partition keys in the stream: all lines of an invoice go to one shard, in order. */
public final class PartitionKeys {

    private PartitionKeys() {}

    /** The partition key of a line. */
    public static String of(TransactionLine line) {
        return of(line.invoiceNo());
    }

    /** The partition key of every line of an invoice. */
    public static String of(InvoiceNumber invoiceNo) {
        return invoiceNo.value();
    }
}
