package io.tillstream.localcloud.kinesis;

/** A rate limit that lets through a second's worth at once. */
final class RateLimiter {

    private final double perSecond;
    private double tokens;
    private long lastMillis;

    RateLimiter(double perSecond, long nowMillis) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.lastMillis = nowMillis;
    }

    synchronized boolean has(long amount, long nowMillis) {
        tokens = Math.min(perSecond, tokens + perSecond * Math.max(0, nowMillis - lastMillis) / 1000);
        lastMillis = nowMillis;
        return tokens >= amount;
    }

    /** Takes what has been used, into debt if need be: a read's size is known only afterwards. */
    synchronized void take(long amount) {
        tokens -= amount;
    }
}
