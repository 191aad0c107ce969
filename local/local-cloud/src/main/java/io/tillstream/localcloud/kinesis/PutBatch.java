package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.kinesis.WriteOperations.Entry;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of one call on their way to their shards: one write to each shard's log. */
final class PutBatch {

    private final LiveStream stream;
    private final long nowMillis;
    private final Map<ShardId, List<ByteBuffer>> byShard = new LinkedHashMap<>();
    private final List<Placement> placements = new ArrayList<>();

    /** Where an entry goes, as the n-th of its shard in this call; or the error that keeps it from there. */
    private record Placement(
            ShardId shard, int ordinal, @Nullable String errorCode) {}

    PutBatch(LiveStream stream, long nowMillis) {
        this.stream = stream;
        this.nowMillis = nowMillis;
    }

    void add(PutEntry entry, ShardId shard, EntryFaults faults, boolean limited) {
        Optional<String> error = faults.failureOf(
                        Kinesis.TARGET + ".PutRecords", stream.description().name())
                .or(() -> refusal(shard, entry, limited));
        if (error.isPresent()) {
            stream.counting().failed();
            placements.add(new Placement(shard, 0, error.get()));
            return;
        }
        List<ByteBuffer> ofShard = byShard.computeIfAbsent(shard, id -> new ArrayList<>());
        placements.add(new Placement(shard, ofShard.size(), null));
        ofShard.add(entry.content().encode());
        stream.counting().stored(entry.bytes());
    }

    List<Entry> store() {
        Map<ShardId, Long> firsts = new LinkedHashMap<>();
        byShard.forEach(
                (shard, payloads) -> firsts.put(shard, stream.store(shard).log().append(nowMillis, payloads)));
        return placements.stream().map(placement -> result(placement, firsts)).toList();
    }

    private Optional<String> refusal(ShardId shard, PutEntry entry, boolean limited) {
        return limited && !stream.store(shard).limits().admitsWrite(entry.bytes(), nowMillis)
                ? Optional.of(KinesisErrors.THROTTLED)
                : Optional.empty();
    }

    private Entry result(Placement placement, Map<ShardId, Long> firsts) {
        String name = stream.description().name();
        Instant created = stream.description().created();
        String error = placement.errorCode();
        Long first = firsts.get(placement.shard());
        if (error != null || first == null) {
            String code = String.valueOf(error);
            return new Entry(null, null, code, KinesisErrors.messageOf(code, placement.shard(), name));
        }
        SequenceNumber number = SequenceNumber.ofPosition(created, placement.shard(), first + placement.ordinal());
        return new Entry(placement.shard().toString(), number.toString(), null, null);
    }
}
