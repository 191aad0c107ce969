package io.tillstream.consumers.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An index in memory, as bytes, that can be told to fail. */
final class InMemoryLakeIndex implements LakeIndex {

    private final Map<String, Map<ShardRange, Stored>> pages = new HashMap<>();
    private long writes;
    private int failuresBefore;
    private int failuresAfter;

    @Override
    public List<IndexFile> list(String shardId) {
        failBefore();
        return of(shardId).entrySet().stream()
                .map(page -> new IndexFile(
                        shardId,
                        page.getKey(),
                        Instant.ofEpochSecond(page.getValue().number())))
                .toList();
    }

    @Override
    public IndexPage read(IndexFile file) {
        failBefore();
        Stored page = Objects.requireNonNull(of(file.shardId()).get(file.range()), "It was deleted meanwhile");
        return IndexPage.fromBytes(file.range(), page.bytes());
    }

    @Override
    public void write(String shardId, IndexPage page) {
        failBefore();
        of(shardId).put(page.range(), new Stored(page.toBytes(), writes++));
        failAfter();
    }

    @Override
    public void delete(String shardId, ShardRange range) {
        failBefore();
        of(shardId).remove(range);
        failAfter();
    }

    void failNext(int times) {
        failuresBefore = times;
    }

    void loseAnswers(int times) {
        failuresAfter = times;
    }

    void recover() {
        failuresBefore = 0;
        failuresAfter = 0;
    }

    private synchronized Map<ShardRange, Stored> of(String shardId) {
        return pages.computeIfAbsent(shardId, shard -> new HashMap<>());
    }

    private synchronized void failBefore() {
        if (failuresBefore > 0) {
            failuresBefore--;
            throw new IllegalStateException("The index is out");
        }
    }

    private synchronized void failAfter() {
        if (failuresAfter > 0) {
            failuresAfter--;
            throw new IllegalStateException("The answer was lost");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stored(byte[] bytes, long number) {}
}
