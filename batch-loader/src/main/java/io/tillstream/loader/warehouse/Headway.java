package io.tillstream.loader.warehouse;

import io.tillstream.warehouse.load.LoadMark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the job has come, and therefore where its next search begins. That follows from what it has loaded and not
 * from the clock: however long it was out, it goes on where it stopped. A clock that is behind the mark makes looks
 * begin earlier, never later.
 */
final class Headway {

    private final WarehouseJobProperties settings;
    private final String source;
    private @Nullable LoadMark mark;
    private @Nullable Instant lookedForLate;

    /** @param mark where the job stopped the last time; none when it has loaded nothing yet */
    Headway(WarehouseJobProperties settings, String source, @Nullable LoadMark mark) {
        this.settings = settings;
        this.source = source;
        this.mark = mark;
    }

    Look nextLook(Instant now) {
        LoadMark reached = mark;
        if (reached == null || isDue(reached.sweptAt(), settings.lookAtAll(), now)) {
            return new Look.AtAll();
        }
        return isDue(lookedForLate, settings.lookForLate(), now)
                ? new Look.AtLate(behind(reached, settings.lateness(), now))
                : new Look.AtRecent(behind(reached, settings.recent(), now));
    }

    /** The earliest hour in which an object may turn up late. */
    Instant earliestLate(Instant now) {
        return mark == null ? Instant.MIN : behind(mark, settings.lateness(), now);
    }

    /** The mark that is reached once all objects up to those of this hour are loaded. */
    LoadMark markAt(Instant newest, Instant now) {
        return new LoadMark(source, latestReached(newest, now), mark == null ? null : mark.sweptAt());
    }

    /** The mark never lies in the future: a clock that was ahead must not hide what comes. */
    private Instant latestReached(Instant newest, Instant now) {
        Instant reached = mark == null || newest.isAfter(mark.reached()) ? newest : mark.reached();
        return reached.isAfter(now) ? now.truncatedTo(ChronoUnit.HOURS) : reached;
    }

    void reached(LoadMark loaded) {
        mark = loaded;
    }

    /** How far the newest object, if there is one, is ahead of what is loaded. */
    Duration behind(Optional<Instant> newest) {
        LoadMark reached = mark;
        return reached == null
                ? Duration.ZERO
                : newest.filter(hour -> hour.isAfter(reached.reached()))
                        .map(hour -> Duration.between(reached.reached(), hour))
                        .orElse(Duration.ZERO);
    }

    void lookedForLate(Instant now) {
        lookedForLate = now;
    }

    static boolean isDue(@Nullable Instant last, Duration pause, Instant now) {
        // A clock that was put back must not put anything off.
        return last == null || Duration.between(last, now).abs().compareTo(pause) >= 0;
    }

    private static Instant behind(LoadMark mark, Duration time, Instant now) {
        Instant reached = mark.reached().isAfter(now) ? now : mark.reached();
        return reached.minus(time).truncatedTo(ChronoUnit.HOURS);
    }
}
