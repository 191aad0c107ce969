package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;

/** Kinesis's answers when something is wrong, in its words. */
final class KinesisErrors {

    static final String THROTTLED = "ProvisionedThroughputExceededException";

    private static final String ACCOUNT = "000000000000";

    private KinesisErrors() {}

    static AwsError invalid(String message) {
        return AwsError.badRequest("InvalidArgumentException", message);
    }

    static AwsError noStream(String name) {
        return AwsError.badRequest(
                "ResourceNotFoundException", "Stream %s under account %s not found.".formatted(name, ACCOUNT));
    }

    static AwsError noShard(ShardId shard, String stream) {
        return AwsError.badRequest(
                "ResourceNotFoundException",
                "Could not find shard %s in stream %s under account %s.".formatted(shard, stream, ACCOUNT));
    }

    static AwsError exists(String name) {
        return AwsError.badRequest(
                "ResourceInUseException", "Stream %s under account %s already exists.".formatted(name, ACCOUNT));
    }

    static AwsError notActive(String name, String status) {
        return AwsError.badRequest(
                "ResourceInUseException",
                "Stream %s under account %s not ACTIVE, instead in state %s".formatted(name, ACCOUNT, status));
    }

    static AwsError throttled(ShardId shard, String stream) {
        return AwsError.badRequest(THROTTLED, throttledMessage(shard, stream));
    }

    static String throttledMessage(ShardId shard, String stream) {
        return "Rate exceeded for shard %s in stream %s under account %s.".formatted(shard, stream, ACCOUNT);
    }

    static String messageOf(String code, ShardId shard, String stream) {
        return code.equals(THROTTLED) ? throttledMessage(shard, stream) : "Internal service failure.";
    }
}
