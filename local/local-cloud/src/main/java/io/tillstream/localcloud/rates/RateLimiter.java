package io.tillstream.localcloud.rates;

/** A rate limit with a burst: unused capacity is kept, up to some seconds' worth; at first one second's. */
public final class RateLimiter {

    private final double perSecond;
    private final double most;
    private double tokens;
    private long lastMillis;

    /** With one second's worth at once. */
    public RateLimiter(double perSecond, long nowMillis) {
        this(perSecond, 1, nowMillis);
    }

    public RateLimiter(double perSecond, int burstSeconds, long nowMillis) {
        this.perSecond = perSecond;
        this.most = perSecond * burstSeconds;
        this.tokens = perSecond;
        this.lastMillis = nowMillis;
    }

    public synchronized boolean has(double amount, long nowMillis) {
        tokens = Math.min(most, tokens + perSecond * Math.max(0, nowMillis - lastMillis) / 1000);
        lastMillis = nowMillis;
        return tokens >= amount;
    }

    /** Takes what has been used, into debt if need be: how much it is may be known only afterwards. */
    public synchronized void take(double amount) {
        tokens -= amount;
    }

    public double perSecond() {
        return perSecond;
    }
}
