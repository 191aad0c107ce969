package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.storage.LogRecord;
import io.tillstream.localcloud.storage.RecordLog;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** GetShardIterator and GetRecords. */
final class ReadOperations {

    // API reference of GetRecords: up to 10 MB or 10,000 records a call.
    private static final int MAX_RECORDS = 10_000;
    private static final long MAX_BYTES = 10L * 1024 * 1024;

    private final Streams streams;
    private final Clock clock;
    private final AtomicBoolean limited;

    ReadOperations(Streams streams, Clock clock, AtomicBoolean limited) {
        this.streams = streams;
        this.clock = clock;
        this.limited = limited;
    }

    Map<String, Operation> all() {
        return Map.of("GetShardIterator", this::getShardIterator, "GetRecords", this::getRecords);
    }

    record IteratorReply(String shardIterator) {}

    record Records(
            List<Item> records,
            @Nullable String nextShardIterator,
            long millisBehindLatest,
            @Nullable List<ChildShard> childShards) {}

    record Item(String sequenceNumber, Instant approximateArrivalTimestamp, ByteBuffer data, String partitionKey) {}

    record ChildShard(String shardId, List<String> parentShards, ShardReply.Range hashKeyRange) {}

    private Object getShardIterator(AwsRequest request) {
        LiveStream stream = streams.inService(request);
        Shard shard = find(stream, ShardId.parse(request.requiredText("ShardId")));
        long position = new StartingPoint(stream, shard, clock.instant()).of(request);
        return new IteratorReply(ShardIterator.at(stream.description(), shard.id(), position, clock.instant())
                .encode());
    }

    private Object getRecords(AwsRequest request) {
        ShardIterator iterator = ShardIterator.parse(request.requiredText("ShardIterator"), clock.instant());
        LiveStream stream = streams.named(iterator.stream());
        if (stream.description().created().toEpochMilli() != iterator.streamMillis()) {
            throw KinesisErrors.noStream(iterator.stream());
        }
        int limit = request.number("Limit").orElse(MAX_RECORDS);
        if (limit < 1 || limit > MAX_RECORDS) {
            throw AwsError.validation(
                    "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint".formatted(limit));
        }
        // Before the records: one put after this and before the shard closes must not be taken for beyond its end.
        Shard shard = find(stream, iterator.shard());
        ShardStore store = stream.store(shard.id());
        if (limited.get() && !store.limits().admitsRead(clock.millis())) {
            stream.counting().readRefused();
            throw KinesisErrors.throttled(shard.id(), iterator.stream());
        }
        List<LogRecord> records = store.log().read(iterator.position(), limit, MAX_BYTES);
        store.limits()
                .hasRead(records.stream()
                        .mapToLong(record -> record.payload().remaining())
                        .sum());
        stream.counting().got(records.size());
        return reply(stream, shard, Math.max(iterator.position(), store.log().start()), records);
    }

    private Records reply(LiveStream stream, Shard shard, long from, List<LogRecord> records) {
        StreamDescription description = stream.description();
        long next = records.isEmpty() ? from : records.getLast().position() + 1;
        Shard.Closing closing = shard.closing();
        boolean ended = closing != null && next >= closing.end();
        String iterator =
                ShardIterator.at(description, shard.id(), next, clock.instant()).encode();
        return new Records(
                records.stream().map(record -> item(description, shard, record)).toList(),
                ended ? null : iterator,
                millisBehind(stream.store(shard.id()).log(), next, records),
                ended ? children(description, shard) : null);
    }

    private long millisBehind(RecordLog log, long next, List<LogRecord> records) {
        return records.isEmpty() || next >= log.end()
                ? 0
                : Math.max(0, clock.millis() - records.getLast().timeMillis());
    }

    private static List<ChildShard> children(StreamDescription stream, Shard shard) {
        return stream.topology().childrenOf(shard.id()).stream()
                .map(child -> new ChildShard(
                        child.id().toString(), ShardReply.parentsOf(child), ShardReply.Range.of(child.range())))
                .toList();
    }

    private static Item item(StreamDescription stream, Shard shard, LogRecord record) {
        StoredRecord stored = StoredRecord.decode(record.payload());
        return new Item(
                SequenceNumber.ofPosition(stream.created(), shard.id(), record.position())
                        .toString(),
                Instant.ofEpochMilli(record.timeMillis()),
                stored.data(),
                stored.partitionKey());
    }

    private static Shard find(LiveStream stream, ShardId id) {
        StreamDescription description = stream.description();
        return description.topology().find(id).orElseThrow(() -> KinesisErrors.noShard(id, description.name()));
    }
}
