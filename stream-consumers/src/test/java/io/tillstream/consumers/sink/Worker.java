package io.tillstream.consumers.sink;

import static io.tillstream.consumers.sink.SampleRecords.together;

import java.util.List;
import java.util.Optional;

/** A process that has a shard: it reads the records from the first on, and brings them to its sink. */
final class Worker {

    private final ShardSink sink;
    private final List<StreamBatch> records;
    private int next;

    Worker(ShardSink sink, List<StreamBatch> records) {
        this.sink = sink;
        this.records = records;
    }

    void read(int atMost) {
        int end = Math.min(next + atMost, records.size());
        if (next < end) {
            sink.take(together(records.subList(next, end)));
            next = end;
        }
    }

    Optional<Position> store(Flush flush) {
        return sink.store(flush);
    }

    /** Nothing durable where the store fails. */
    Optional<Position> storeIfItCan(Flush flush) {
        try {
            return store(flush);
        } catch (RuntimeException outage) {
            // Whatever a sink throws is an outage to those who call it.
            return Optional.empty();
        }
    }

    void finish() {
        read(records.size());
        store(Flush.ALL);
    }
}
