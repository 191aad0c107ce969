package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsRequest;

/** One operation: from its request to its reply, or an {@link io.tillstream.localcloud.protocol.AwsError}. */
@FunctionalInterface
interface Operation {
    Object answer(AwsRequest request);
}
