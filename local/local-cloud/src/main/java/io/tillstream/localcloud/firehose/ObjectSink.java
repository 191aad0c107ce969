package io.tillstream.localcloud.firehose;

import java.io.IOException;
import java.util.Optional;

/** Where delivered objects go. */
@FunctionalInterface
public interface ObjectSink {

    /** Stores an object whole, or throws; the same records are then delivered again later. */
    void put(String bucket, String key, byte[] content, Optional<String> contentEncoding)
            throws IOException, InterruptedException;

    /** Whether a bucket is there. */
    default boolean hasBucket(String bucket) throws IOException, InterruptedException {
        return true;
    }
}
