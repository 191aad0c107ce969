package io.tillstream.consumers.lake;

import io.tillstream.model.identity.Digest128;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The identities of the last lines, bounded by number and by time of arrival; the oldest are forgotten first. */
final class RecentLines {

    private final int most;
    private final Duration longest;

    private final DigestRing digests = new DigestRing();
    private final Deque<Span> spans = new ArrayDeque<>();
    private long added;

    RecentLines(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    boolean contains(Digest128.Hash identity) {
        return digests.contains(identity.high(), identity.low());
    }

    void add(Sighting sighting) {
        forgetBefore(sighting.arrival());
        while (!spans.isEmpty() && digests.size() + sighting.count() > most) {
            forgetOldest();
        }
        for (int i = 0; i < sighting.count(); i++) {
            digests.add(sighting.digests()[2 * i], sighting.digests()[2 * i + 1]);
        }
        spans.add(new Span(sighting.count(), sighting.arrival()));
        added += sighting.count();
    }

    /** Forgets what came too long before a line that arrived then. */
    void forgetBefore(Instant arrival) {
        while (!spans.isEmpty() && spans.getFirst().arrival().isBefore(arrival.minus(longest))) {
            forgetOldest();
        }
    }

    /** How many were ever added. */
    long added() {
        return added;
    }

    /** How many of them, the first ones, are forgotten. */
    long forgotten() {
        return added - digests.size();
    }

    private void forgetOldest() {
        digests.removeOldest(spans.remove().count());
    }

    private record Span(int count, Instant arrival) {}
}
