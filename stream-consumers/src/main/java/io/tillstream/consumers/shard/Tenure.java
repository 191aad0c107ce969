package io.tillstream.consumers.shard;

import io.tillstream.consumers.deliver.Mandate;
import io.tillstream.consumers.deliver.ShardDelivery;

/** A shard while this worker has it, from when KCL says so until it is lost, ended or handed over. */
record Tenure(String shardId, Mandate mandate, ShardDelivery delivery, Checkpoints checkpoints) {}
