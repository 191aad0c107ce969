package io.tillstream.loader.source;

import java.nio.file.Path;

/** A file to be loaded. */
public sealed interface Source {

    /** What it is called in messages and reports. */
    String name();

    /** A file on this machine. */
    record Local(Path path) implements Source {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /** An object on S3, as it was when it was listed. */
    record Remote(String bucket, String key, String etag, long size) implements Source {
        @Override
        public String name() {
            return "s3://" + bucket + "/" + key;
        }
    }
}
