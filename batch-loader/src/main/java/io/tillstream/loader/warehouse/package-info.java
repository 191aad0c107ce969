/** The job {@code warehouse}: what Firehose has delivered, loaded. */
@NullMarked
package io.tillstream.loader.warehouse;

import org.jspecify.annotations.NullMarked;
