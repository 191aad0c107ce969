package io.tillstream.ingest.publish;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One record for the stream.
 *
 * @param explicitHashKey where it goes; absent for where its partition key hashes to
 */
record StreamEntry(String partitionKey, @Nullable HashKey explicitHashKey, SdkBytes data) {}
