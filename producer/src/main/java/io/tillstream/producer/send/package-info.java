/** Requests to the ingest API, retried as its contract says until they have a final answer. */
@NullMarked
package io.tillstream.producer.send;

import org.jspecify.annotations.NullMarked;
