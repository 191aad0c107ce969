package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;

/** Firehose's answers when something is wrong, in its words. */
final class FirehoseErrors {

    private FirehoseErrors() {}

    static AwsError invalid(String message) {
        return AwsError.badRequest("InvalidArgumentException", message);
    }

    /** AWS finds out by assuming the role. */
    static AwsError noRole(String role) {
        return invalid("Firehose is unable to assume role %s. Please check the role provided.".formatted(role));
    }

    static AwsError noBucket(String bucket) {
        return invalid("The bucket %s does not exist. Please check the bucket provided.".formatted(bucket));
    }

    static AwsError unavailable(String message) {
        return new AwsError("ServiceUnavailableException", message, 503);
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
