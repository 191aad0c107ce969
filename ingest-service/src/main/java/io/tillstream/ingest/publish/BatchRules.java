package io.tillstream.ingest.publish;

import io.tillstream.model.retry.RetryPolicy;

/**
 * When a queue sends a batch, and how large it may be.
 *
 * @param maxAggregate the most bytes of a record
 * @param aggregates the most records of a batch
 * @param lingerNanos the least time between batches of a queue whose lines would not fill a record
 * @param pauses how long a queue waits after failures
 */
record BatchRules(long maxAggregate, int aggregates, long lingerNanos, RetryPolicy pauses) {

    /** Limits of PutRecords. */
    static final int MAX_ENTRIES = 500;

    static final long MAX_BYTES = 5L * 1024 * 1024;

    long maxBatchBytes() {
        return maxAggregate * aggregates;
    }

    /** Whether a call of so many entries and bytes has room for any batch. */
    boolean hasRoom(int entries, long bytes) {
        return entries + aggregates <= MAX_ENTRIES && bytes + maxBatchBytes() <= MAX_BYTES;
    }

    /** For lines that are known to go to the same shard. */
    LinePacker mixing() {
        return new LinePacker(maxAggregate, aggregates, maxBatchBytes(), true);
    }

    /**
     * For lines of which nothing is known but that those of an invoice stay together; such a batch has a call of its
     * own.
     */
    LinePacker byInvoice() {
        return new LinePacker(maxAggregate, MAX_ENTRIES, maxBatchBytes(), false);
    }
}
