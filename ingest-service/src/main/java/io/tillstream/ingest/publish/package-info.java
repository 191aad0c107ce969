/** Lines into the stream: aggregated by shard across requests, retried entry by entry, acknowledged once stored. */
@NullMarked
package io.tillstream.ingest.publish;

import org.jspecify.annotations.NullMarked;
