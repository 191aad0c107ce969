package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;

/** A shard's number within its stream, written as AWS writes it. */
record ShardId(int number) implements Comparable<ShardId> {

    private static final String PREFIX = "shardId-";

    static ShardId parse(String text) {
        if (!text.matches(PREFIX + "\\d{12}")) {
            throw AwsError.validation("Value '%s' at 'shardId' failed to satisfy constraint".formatted(text));
        }
        return new ShardId(Integer.parseInt(text, PREFIX.length(), text.length(), 10));
    }

    @Override
    public int compareTo(ShardId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return PREFIX + "%012d".formatted(number);
    }
}
