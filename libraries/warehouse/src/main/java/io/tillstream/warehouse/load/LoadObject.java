package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineForm;

/**
 * An object that holds lines, one JSON object a line.
 *
 * @param etag what S3 says of its content; an object written anew is another one
 * @param size in bytes, as it lies there
 * @param form of its lines
 */
public record LoadObject(String bucket, String key, String etag, long size, LineForm form) {

    /** {@code s3://bucket/key}. */
    public String uri() {
        return "s3://" + bucket + "/" + key;
    }
}
