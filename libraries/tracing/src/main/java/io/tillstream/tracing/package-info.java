/** Traces of requests, sent to whom an endpoint is configured for, and not kept where there is none. */
@NullMarked
package io.tillstream.tracing;

import org.jspecify.annotations.NullMarked;
