/**
 * The surge buffer: rows that the stream does not take are kept in a durable journal, on disk or on S3, and follow in
 * their order once it does.
 */
@NullMarked
package io.tillstream.ingest.spill;

import org.jspecify.annotations.NullMarked;
