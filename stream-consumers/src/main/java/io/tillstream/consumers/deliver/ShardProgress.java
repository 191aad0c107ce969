package io.tillstream.consumers.deliver;

import io.tillstream.consumers.sink.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a shard. Written by the thread that delivers it, read by those that watch.
 *
 * <p>A shard makes headway when the sink has more of it durably, and when nothing of it waits: all that was taken is
 * durable, and reading has reached the stream's tip or comes closer to it.
 */
public final class ShardProgress {

    private final InstantSource clock;
    private volatile Instant headway;
    private volatile @Nullable Instant uncheckpointed;
    private volatile Instant readAwaited;
    private volatile boolean delivering;
    private volatile long millisBehind;

    private boolean comesCloser;
    private @Nullable Position taken;
    private @Nullable Position durable;

    ShardProgress(InstantSource clock) {
        this.clock = clock;
        this.headway = clock.instant();
        this.readAwaited = headway;
    }

    /**
     * How far reading is behind the tip of the stream at the most: the tip may have moved on ever since the last read,
     * be it that a delivery keeps the next one waiting or that the stream answers none.
     */
    public Duration behind() {
        return Duration.ofMillis(millisBehind).plus(sinceRead());
    }

    /** How long no read has been answered, while none has to wait for what the last one brought; otherwise zero. */
    public Duration readAge() {
        return delivering ? Duration.ZERO : sinceRead();
    }

    private Duration sinceRead() {
        return Duration.between(readAwaited, clock.instant());
    }

    /** When it last made progress. */
    public Instant headway() {
        return headway;
    }

    /** How long the checkpoint has not moved, while it does not cover all that was taken; otherwise zero. */
    public Duration checkpointAge() {
        Instant since = uncheckpointed;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** The checkpoint covers this position. */
    public void checkpointed(Position position) {
        uncheckpointed = isCovered(position) ? null : clock.instant();
    }

    /** A read has been made; what it brought is delivered from here on. */
    void begin(long newMillisBehind) {
        comesCloser = newMillisBehind == 0 || newMillisBehind < millisBehind;
        millisBehind = newMillisBehind;
        readAwaited = clock.instant();
        delivering = true;
    }

    /** What the read brought is delivered, in so far as it is due. */
    void end() {
        delivering = false;
        readAwaited = clock.instant();
        if (comesCloser && isCovered(durable)) {
            headway = clock.instant();
        }
    }

    void took(Position end) {
        taken = end;
        if (uncheckpointed == null) {
            uncheckpointed = clock.instant();
        }
    }

    void stored(Position position) {
        durable = position;
        headway = clock.instant();
    }

    private boolean isCovered(@Nullable Position end) {
        return taken == null || (end != null && !taken.isAfter(end));
    }
}
