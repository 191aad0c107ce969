/** Whether the shards make progress: stalls, lags, leases, and what health says of them. */
@NullMarked
package io.tillstream.consumers.watch;

import org.jspecify.annotations.NullMarked;
