package io.tillstream.producer.send;

/**
 * One request with rows, sent the same each time.
 *
 * @param key the Idempotency-Key
 * @param contentType of the body, before it is compressed
 * @param rows how many rows it has
 */
public record IngestRequest(String key, String contentType, String body, boolean gzip, int rows) {}
