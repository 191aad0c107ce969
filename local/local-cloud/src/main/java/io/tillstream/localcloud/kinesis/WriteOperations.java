package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** PutRecord and PutRecords. */
final class WriteOperations {

    // API reference of PutRecords: 500 records, and 10 MiB in all (5 MiB before records above 1 MiB were introduced).
    private static final int MAX_RECORDS = 500;
    private static final int MAX_CALL_BYTES = 10 * 1024 * 1024;

    private final Streams streams;
    private final Clock clock;
    private final EntryFaults faults;
    private final AtomicBoolean limited;
    private final AtomicInteger turn = new AtomicInteger();

    WriteOperations(Streams streams, Clock clock, EntryFaults faults, AtomicBoolean limited) {
        this.streams = streams;
        this.clock = clock;
        this.faults = faults;
        this.limited = limited;
    }

    Map<String, Operation> all() {
        return Map.of("PutRecord", this::putRecord, "PutRecords", this::putRecords);
    }

    record Stored(String shardId, String sequenceNumber, String encryptionType) {}

    record Batch(int failedRecordCount, List<Entry> records) {}

    record Entry(
            @Nullable String shardId,
            @Nullable String sequenceNumber,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}

    private Object putRecord(AwsRequest request) {
        LiveStream stream = streams.inService(request);
        PutEntry entry = PutEntry.read(request, stream.description().maxRecordKiB());
        Entry result =
                write(stream, List.of(entry), "PutRecord", EntryFaults.NONE).getFirst();
        if (result.errorCode() != null) {
            throw AwsError.badRequest(result.errorCode(), String.valueOf(result.errorMessage()));
        }
        return new Stored(String.valueOf(result.shardId()), String.valueOf(result.sequenceNumber()), "NONE");
    }

    private Object putRecords(AwsRequest request) {
        LiveStream stream = streams.inService(request);
        int maxKiB = stream.description().maxRecordKiB();
        List<AwsRequest> records = request.structures("Records");
        if (records.isEmpty() || records.size() > MAX_RECORDS) {
            throw AwsError.validation("1 validation error detected: Value at 'records' failed to satisfy constraint: "
                    + "Member must have length between 1 and " + MAX_RECORDS);
        }
        List<PutEntry> entries =
                records.stream().map(entry -> PutEntry.read(entry, maxKiB)).toList();
        if (entries.stream().mapToLong(PutEntry::bytes).sum() > MAX_CALL_BYTES) {
            throw KinesisErrors.invalid("Records size exceeds 10 MB limit");
        }
        List<Entry> results = write(stream, entries, "PutRecords", faults);
        int failed = (int)
                results.stream().filter(result -> result.errorCode() != null).count();
        return new Batch(failed, results);
    }

    private List<Entry> write(LiveStream stream, List<PutEntry> entries, String operation, EntryFaults entryFaults) {
        stream.counting().putCall();
        return stream.whileShaped(() -> {
            PutBatch batch = new PutBatch(stream, clock.millis());
            for (PutEntry entry : entries) {
                batch.add(entry, shardOf(entry, stream, operation), entryFaults, limited.get());
            }
            return batch.store();
        });
    }

    /** The shard of its key; with distribution by AWS itself, which a fault stands for, the next in turn. */
    private ShardId shardOf(PutEntry entry, LiveStream stream, String operation) {
        Topology topology = stream.description().topology();
        if (faults.scatters(
                Kinesis.TARGET + "." + operation, stream.description().name())) {
            List<Shard> open = topology.open();
            return open.get(Math.floorMod(turn.getAndIncrement(), open.size())).id();
        }
        return topology.route(entry.hashKey()).id();
    }
}
