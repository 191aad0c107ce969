/** A request body to lines ready for the stream, within bounds of rows, bytes and memory in flight. */
@NullMarked
package io.tillstream.ingest.accept;

import org.jspecify.annotations.NullMarked;
