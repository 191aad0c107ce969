/** KCL's side: applications, their shards, and what may be checkpointed. */
@NullMarked
package io.tillstream.consumers.shard;

import org.jspecify.annotations.NullMarked;
