package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;

/** Firehose's answers when something is wrong, in its words. */
final class FirehoseErrors {

    private FirehoseErrors() {}

    static AwsError invalid(String message) {
        return AwsError.badRequest("InvalidArgumentException", message);
    }

    static AwsError noStream(String name) {
        return AwsError.badRequest(
                "ResourceNotFoundException", "Firehose %s under account 000000000000 not found.".formatted(name));
    }

    static AwsError exists(String name) {
        return AwsError.badRequest(
                "ResourceInUseException", "Firehose %s under accountId 000000000000 already exists".formatted(name));
    }
}
