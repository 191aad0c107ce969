package io.tillstream.ingest.accept;

import java.nio.charset.Charset;

/**
 * What a body is made of.
 *
 * @param charset of CSV; the other forms are UTF-8
 * @param gzip whether the body is compressed
 */
public record BodyFormat(BodyForm form, Charset charset, boolean gzip) {}
