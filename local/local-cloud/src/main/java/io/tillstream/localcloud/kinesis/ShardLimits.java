package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.rates.RateLimiter;

/** AWS's rates for one shard: 1 MiB and 1,000 records written, 2 MiB and five calls read, per second. */
final class ShardLimits {

    private static final int MEBIBYTE = 1024 * 1024;

    private final RateLimiter bytesIn;
    private final RateLimiter recordsIn;
    private final RateLimiter bytesOut;
    private final RateLimiter callsOut;

    ShardLimits(long nowMillis) {
        bytesIn = new RateLimiter(MEBIBYTE, nowMillis);
        recordsIn = new RateLimiter(1_000, nowMillis);
        bytesOut = new RateLimiter(2 * MEBIBYTE, nowMillis);
        callsOut = new RateLimiter(5, nowMillis);
    }

    synchronized boolean admitsWrite(int bytes, long nowMillis) {
        // A record larger than a second's worth passes when nothing else does, and is paid off afterwards.
        boolean admitted = recordsIn.has(1, nowMillis) && bytesIn.has(Math.min(bytes, MEBIBYTE), nowMillis);
        if (admitted) {
            recordsIn.take(1);
            bytesIn.take(bytes);
        }
        return admitted;
    }

    /** Five calls a second; and after a large answer none until its bytes are paid off, as AWS does. */
    synchronized boolean admitsRead(long nowMillis) {
        boolean admitted = callsOut.has(1, nowMillis) && bytesOut.has(1, nowMillis);
        if (admitted) {
            callsOut.take(1);
        }
        return admitted;
    }

    void hasRead(long bytes) {
        bytesOut.take((double) bytes);
    }
}
