package io.tillstream.loader.ledger;

import io.tillstream.loader.parts.Cut;
import io.tillstream.loader.parts.FileStatistics;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of the load of a file.
 *
 * @param source the name it was first given under
 * @param receivedAt when it was first taken up
 * @param cut the rule by which it was cut, once it has been
 * @param prefix where its parts lie; null when there are none
 * @param figures what it holds, once all of it was read and its parts are there
 * @param sameAs the load that had brought the same lines before, and whose parts therefore stand for it
 * @param done what it has reached
 * @param refused lines that DynamoDB will never take
 * @param seconds how long each step took, over all attempts
 */
public record LoadState(
        String source,
        Instant receivedAt,
        @Nullable Cut cut,
        @Nullable String prefix,
        @Nullable FileStatistics figures,
        @Nullable String sameAs,
        Set<LoadTarget> done,
        @Nullable Loaded warehouse,
        long refused,
        Map<String, Double> seconds) {

    public LoadState {
        done = Collections.unmodifiableSet(new TreeSet<>(done));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /** The state of a file that was never seen before. */
    public static LoadState fresh(String source, Instant receivedAt) {
        return new LoadState(source, receivedAt, null, null, null, null, Set.of(), null, 0, Map.of());
    }

    /** Those of the targets that it has not reached. */
    public Set<LoadTarget> missing(Set<LoadTarget> targets) {
        Set<LoadTarget> missing = new TreeSet<>(targets);
        missing.removeAll(done);
        return missing;
    }

    /** Whether all its parts are there. */
    public boolean hasParts() {
        return prefix != null && figures != null;
    }

    /** Its parts go there; none is there yet. */
    public LoadState cutting(String parts, Cut rule) {
        return new LoadState(source, receivedAt, rule, parts, null, null, done, warehouse, refused, seconds);
    }

    public LoadState cut(FileStatistics found) {
        return new LoadState(source, receivedAt, cut, prefix, found, sameAs, done, warehouse, refused, seconds);
    }

    /** The parts are deleted. */
    public LoadState swept() {
        return new LoadState(source, receivedAt, cut, null, figures, sameAs, done, warehouse, refused, seconds);
    }

    public LoadState standsFor(String twin) {
        return new LoadState(source, receivedAt, cut, prefix, figures, twin, done, warehouse, refused, seconds);
    }

    public LoadState reached(Set<LoadTarget> targets) {
        Set<LoadTarget> all = new TreeSet<>(done);
        all.addAll(targets);
        return new LoadState(source, receivedAt, cut, prefix, figures, sameAs, all, warehouse, refused, seconds);
    }

    public LoadState loaded(Loaded told) {
        return new LoadState(source, receivedAt, cut, prefix, figures, sameAs, done, told, refused, seconds);
    }

    public LoadState refused(long lines) {
        return new LoadState(source, receivedAt, cut, prefix, figures, sameAs, done, warehouse, lines, seconds);
    }

    /** A step took so long, besides what it took before. */
    public LoadState took(String step, double time) {
        Map<String, Double> times = new LinkedHashMap<>(seconds);
        times.merge(step, time, Double::sum);
        return new LoadState(source, receivedAt, cut, prefix, figures, sameAs, done, warehouse, refused, times);
    }
}
