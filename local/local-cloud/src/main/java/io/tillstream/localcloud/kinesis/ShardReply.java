package io.tillstream.localcloud.kinesis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shard as DescribeStream and ListShards show it. */
record ShardReply(
        String shardId,
        @Nullable String parentShardId,
        @Nullable String adjacentParentShardId,
        Range hashKeyRange,
        Sequence sequenceNumberRange) {

    record Range(String startingHashKey, String endingHashKey) {
        static Range of(HashRange range) {
            return new Range(range.start().toString(), range.end().toString());
        }
    }

    record Sequence(String startingSequenceNumber, @Nullable String endingSequenceNumber) {}

    static ShardReply of(StreamDescription stream, Shard shard) {
        Shard.Closing closing = shard.closing();
        String ending = closing == null
                ? null
                : SequenceNumber.ofPosition(stream.created(), shard.id(), closing.end())
                        .toString();
        return new ShardReply(
                shard.id().toString(),
                idOf(shard.parent()),
                idOf(shard.adjacentParent()),
                Range.of(shard.range()),
                new Sequence(
                        SequenceNumber.startOf(stream.created(), shard.id()).toString(), ending));
    }

    static List<String> parentsOf(Shard shard) {
        return Stream.of(shard.parent(), shard.adjacentParent())
                .filter(Objects::nonNull)
                .map(number -> new ShardId(number).toString())
                .toList();
    }

    private static @Nullable String idOf(@Nullable Integer number) {
        return number == null ? null : new ShardId(number).toString();
    }
}
