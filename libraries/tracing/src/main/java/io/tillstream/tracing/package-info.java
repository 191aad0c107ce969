/** Traces of requests, sent to the configured endpoint, and not taken without one. */
@NullMarked
package io.tillstream.tracing;

import org.jspecify.annotations.NullMarked;
