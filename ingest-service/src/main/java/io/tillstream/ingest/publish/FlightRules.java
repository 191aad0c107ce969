package io.tillstream.ingest.publish;

/**
 * When lanes let lines go, and how many at a time.
 *
 * @param maxAggregate the most bytes of a record
 * @param aggregates the most records of a flight
 * @param lingerNanos the least time between flights of a lane whose lines would not fill a record
 */
record FlightRules(long maxAggregate, int aggregates, long lingerNanos, Backoff backoff) {

    /** Limits of PutRecords. */
    static final int MAX_ENTRIES = 500;

    static final long MAX_BYTES = 5L * 1024 * 1024;

    long maxFlightBytes() {
        return maxAggregate * aggregates;
    }

    /** Whether a call of so many entries and bytes has room for any flight. */
    boolean hasRoom(int entries, long bytes) {
        return entries + aggregates <= MAX_ENTRIES && bytes + maxFlightBytes() <= MAX_BYTES;
    }

    /** For lines that are known to go to the same shard. */
    Packer mixing() {
        return new Packer(maxAggregate, aggregates, true);
    }

    /** For lines of which nothing is known but that those of an invoice stay together; such a flight has a call of its own. */
    Packer byInvoice() {
        return new Packer(maxAggregate, MAX_ENTRIES, false);
    }
}
