package io.tillstream.ingest.accept;

import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.accept.RequestRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The lowest rate at which a body may arrive: not for longer than its time as a whole, and not below a rate while it is
 * waited for. What the service itself takes between two reads does not count against the sender's rate.
 */
final class BodyPace {

    /** For what does not come over the network. */
    static final BodyPace ANY = new BodyPace();

    /** The rate is an average over this much waiting, so that a short pause of a phone's connection does no harm. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration time;
    private final Instant deadline;
    private final long leastInWindow;
    private Instant waitsSince = Instant.MAX;
    private Duration waited = Duration.ZERO;
    private long arrived;

    BodyPace(RequestLimits limits, InstantSource clock) {
        this.clock = clock;
        this.time = limits.maxBodyTime();
        this.deadline = clock.instant().plus(time);
        this.leastInWindow = limits.minBodyRate().toBytes() * WINDOW.toSeconds();
    }

    private BodyPace() {
        this.clock = () -> Instant.EPOCH;
        this.time = Duration.ZERO;
        this.deadline = Instant.MAX;
        this.leastInWindow = 0;
    }

    void waits() {
        waitsSince = clock.instant();
    }

    /** Refuses the body when it is too slow. */
    void arrived(int bytes) {
        Instant now = clock.instant();
        if (now.isAfter(deadline)) {
            throw new RequestRefused(
                    Reason.TOO_SLOW, "the body took more than " + time.toMillis() / 1_000.0 + " s to arrive");
        }
        waited = waited.plus(Duration.between(waitsSince, now));
        arrived += bytes;
        if (waited.compareTo(WINDOW) >= 0) {
            if (arrived < leastInWindow) {
                throw new RequestRefused(
                        Reason.TOO_SLOW,
                        "only " + arrived + " bytes of the body arrived in " + waited.toSeconds() + " s");
            }
            waited = Duration.ZERO;
            arrived = 0;
        }
    }
}
