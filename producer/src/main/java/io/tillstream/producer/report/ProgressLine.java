package io.tillstream.producer.report;

import java.time.Duration;
import java.util.Locale;

/** A position as one line: how far, how fast, how long still. */
final class ProgressLine {

    private static final int BAR = 24;
    private static final int PERCENT = 100;

    private final ReplayPosition position;
    private final double rate;

    ProgressLine(ReplayPosition position, Duration elapsed) {
        this.position = position;
        this.rate = position.done() / Math.max(1e-3, elapsed.toNanos() / 1e9);
    }

    /** For a log: words only. */
    String plain() {
        return percent() + counts();
    }

    /** For a terminal: with a bar, when it is known how much there is. */
    String withBar() {
        if (position.last().isEmpty()) {
            return counts();
        }
        int filled = (int) (share() * BAR);
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + percent() + counts();
    }

    private String percent() {
        return position.last().isEmpty() ? "" : (int) (share() * PERCENT) + " %  ";
    }

    private String counts() {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%,d rows  %,.0f rows/s", position.done(), rate));
        if (position.last().isPresent() && rate > 0) {
            long left = Math.max(0, position.last().getAsLong() - position.number());
            line.append("  ")
                    .append(Times.coarse(Duration.ofMillis((long) (left * 1e3 / rate))))
                    .append(" left");
        }
        if (position.rejected() > 0) {
            line.append(String.format(Locale.ROOT, "  %,d rejected", position.rejected()));
        }
        if (position.retries() > 0) {
            line.append(String.format(Locale.ROOT, "  %,d retries", position.retries()));
        }
        return line.toString();
    }

    private double share() {
        long last = position.last().orElse(0);
        long span = Math.max(1, last - position.first() + 1);
        return Math.clamp((position.number() - position.first() + 1.0) / span, 0.0, 1.0);
    }
}
