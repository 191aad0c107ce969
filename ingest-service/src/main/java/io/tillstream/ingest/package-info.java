/** The HTTP front door: http takes a request, accept makes lines of its rows, publish puts them into the stream. */
@NullMarked
package io.tillstream.ingest;

import org.jspecify.annotations.NullMarked;
