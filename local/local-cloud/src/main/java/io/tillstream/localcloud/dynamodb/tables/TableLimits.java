package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.rates.RateLimiter;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The rates of tables, where they are in force: what a provisioned table was given, and what AWS lets one partition take.
 * A call passes as long as anything is left, and what it used beyond that is paid off afterwards.
 */
public final class TableLimits {

    // Developer guide, "Burst capacity": up to five minutes of what was not used.
    private static final int BURST_SECONDS = 300;
    // Developer guide, "Designing partition keys": a partition's 1,000 write units and 3,000 read units a second.
    private static final int PARTITION_WRITES = 1_000;
    private static final int PARTITION_READS = 3_000;
    private static final int PARTITIONS_KEPT = 10_000;

    private final Clock clock;
    private final Map<Limited, RateLimiter> limiters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Limited, RateLimiter> eldest) {
            return size() > PARTITIONS_KEPT;
        }
    };
    private volatile boolean ofTables;
    private volatile boolean ofPartitions;

    public TableLimits(Clock clock) {
        this.clock = clock;
    }

    /** Turns on what provisioned tables were given, or off. */
    public void enforceOfTables(boolean enforced) {
        ofTables = enforced;
    }

    /** Turns on what one partition can take, or off. */
    public void enforceOfPartitions(boolean enforced) {
        ofPartitions = enforced;
    }

    /** Whether any rate is in force, so that what is read has to be counted. */
    public boolean inForce() {
        return ofTables || ofPartitions;
    }

    /** Whether a write to the partition of an item may go on. */
    public boolean admitsWrite(TableDefinition table, Item item) {
        return !inForce() || admits(table, partitionOf(table, item), true);
    }

    /** Whether a read of the partition of an item may go on. */
    public boolean admitsRead(TableDefinition table, Item item) {
        return !inForce() || admits(table, partitionOf(table, item), false);
    }

    public void hasWritten(TableDefinition table, Item item, double units) {
        if (inForce()) {
            uses(table, partitionOf(table, item), true, units);
        }
    }

    public void hasRead(TableDefinition table, Item item, double units) {
        if (inForce()) {
            uses(table, partitionOf(table, item), false, units);
        }
    }

    /** Whether reads of many partitions of a table may go on. */
    public boolean admitsRead(TableDefinition table) {
        return !isProvisioned(table) || ofTable(table, false).has(0.5, clock.millis());
    }

    public void hasRead(TableDefinition table, double units) {
        if (isProvisioned(table)) {
            ofTable(table, false).take(units);
        }
    }

    private static byte[] partitionOf(TableDefinition table, Item item) {
        return ItemKeys.ofPartition(table.keys().hash().stream()
                .map(key -> Objects.requireNonNull(item.get(key.name()), key.name()))
                .toList());
    }

    private boolean admits(TableDefinition table, byte[] partition, boolean write) {
        long now = clock.millis();
        return (!isProvisioned(table) || ofTable(table, write).has(0.5, now))
                && (!ofPartitions || ofPartition(table, partition, write).has(0.5, now));
    }

    private void uses(TableDefinition table, byte[] partition, boolean write, double units) {
        if (isProvisioned(table)) {
            ofTable(table, write).take(units);
        }
        if (ofPartitions) {
            ofPartition(table, partition, write).take(units);
        }
    }

    private boolean isProvisioned(TableDefinition table) {
        return ofTables && !table.settings().onDemand();
    }

    private RateLimiter ofTable(TableDefinition table, boolean write) {
        Throughput given = table.settings().throughput();
        return limiter(
                new Limited(table.space(), ByteBuffer.allocate(0), write),
                write ? given.writeUnits() : given.readUnits(),
                BURST_SECONDS);
    }

    private RateLimiter ofPartition(TableDefinition table, byte[] partition, boolean write) {
        return limiter(
                new Limited(table.space(), ByteBuffer.wrap(partition), write),
                write ? PARTITION_WRITES : PARTITION_READS,
                1);
    }

    /** A limiter of that rate: another one when a table was given another rate. */
    private RateLimiter limiter(Limited limited, long perSecond, int burstSeconds) {
        synchronized (limiters) {
            RateLimiter known = limiters.get(limited);
            if (known == null || known.perSecond() != perSecond) {
                known = new RateLimiter(perSecond, burstSeconds, clock.millis());
                limiters.put(limited, known);
            }
            return known;
        }
    }

    /** Reads or writes of a table, if the partition is empty, or of one partition of it. */
    private record Limited(int space, ByteBuffer partition, boolean write) {}
}
