/** Kinesis Data Streams, kept on disk: request → stream → shard → log. */
@NullMarked
package io.tillstream.localcloud.kinesis;

import org.jspecify.annotations.NullMarked;
