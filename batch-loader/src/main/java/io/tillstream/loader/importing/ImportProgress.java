package io.tillstream.loader.importing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps that are under way, and the progress of each. */
final class ImportProgress {

    private static final int BAR = 16;
    private static final Duration MINUTES_FROM = Duration.ofMinutes(2);

    private final List<Step> steps = new CopyOnWriteArrayList<>();

    /** @param rows how many there are; 0 if that is not known */
    Step begin(String name, long rows) {
        Step step = new Step(name, rows);
        steps.add(step);
        return step;
    }

    String withBars() {
        return lines(Step::bar);
    }

    String plain() {
        return lines(step -> "");
    }

    private String lines(Function<Step, String> bar) {
        return steps.stream().map(step -> step.line(bar.apply(step))).collect(Collectors.joining("   "));
    }

    /** A step from its beginning to its end. */
    final class Step implements AutoCloseable {

        private final String name;
        private final long rows;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong before = new AtomicLong();
        private final long begin = System.nanoTime();

        private Step(String name, long rows) {
            this.name = name;
            this.rows = rows;
        }

        String name() {
            return name;
        }

        /** So many rows had been done before this run. */
        void startAt(long count) {
            before.set(count);
            done.set(count);
        }

        void at(long row) {
            done.set(row);
        }

        void add(long count) {
            done.addAndGet(count);
        }

        double seconds() {
            return (System.nanoTime() - begin) / 1e9;
        }

        @Override
        public void close() {
            steps.remove(this);
        }

        private String bar() {
            int filled = (int) (share() * BAR);
            return rows == 0 || done.get() == 0 ? "" : "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] ";
        }

        private String line(String bar) {
            if (done.get() == 0) {
                return String.format(Locale.ROOT, "%s %,d rows, for %,.0f s", name, rows, seconds());
            }
            double rate = (done.get() - before.get()) / Math.max(1e-3, seconds());
            String percent = rows == 0 ? "" : (int) (100 * share()) + " %  ";
            String left = rows == 0 || rate < 1 ? "" : "  " + left(rate) + " left";
            return String.format(
                    Locale.ROOT, "%s %s%s%,d rows  %,.0f rows/s%s", name, bar, percent, done.get(), rate, left);
        }

        private double share() {
            return Math.clamp((double) done.get() / Math.max(1, rows), 0.0, 1.0);
        }

        private String left(double rate) {
            Duration time = Duration.ofSeconds((long) (Math.max(0, rows - done.get()) / rate));
            return time.compareTo(MINUTES_FROM) < 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
        }
    }
}
