package io.tillstream.consumers.shard;

import io.tillstream.consumers.deliver.ShardDelivery;
import io.tillstream.consumers.deliver.ShardLease;

/** A shard while this worker holds its lease, from when KCL says so until the lease is lost, released or ended. */
record HeldShard(String shardId, ShardLease lease, ShardDelivery delivery, Checkpoints checkpoints) {}
