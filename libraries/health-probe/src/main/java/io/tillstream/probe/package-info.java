/** The health check of the container images. */
@NullMarked
package io.tillstream.probe;

import org.jspecify.annotations.NullMarked;
