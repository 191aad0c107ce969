/** From decoded records into a sink: retried until stored, or dead-lettered. */
@NullMarked
package io.tillstream.consumers.deliver;

import org.jspecify.annotations.NullMarked;
