package io.tillstream.ingest.publish;

import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;

/** One record for the stream. */
record StreamEntry(String partitionKey, SdkBytes data) {

    /** What the record counts for in the limits of Kinesis. */
    int size() {
        return partitionKey.getBytes(StandardCharsets.UTF_8).length + data.asByteArrayUnsafe().length;
    }
}
