package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.storage.RecordLog;

/** One shard's records, and the rates at which they may come and go. */
record ShardStore(RecordLog log, ShardLimits limits) {}
