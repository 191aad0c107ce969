/** Requests to the ingest API, repeated by its contract until they are answered for good. */
@NullMarked
package io.tillstream.producer.send;

import org.jspecify.annotations.NullMarked;
