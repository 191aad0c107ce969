package io.tillstream.consumers.reprocess;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A stretch of time, open at either end. */
final class RangeOptions {

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived at that time or later, in UTC: 2026-03-01, 2026-03-01T14, 2026-03-01T14:30.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived before that time.")
    private @Nullable Instant to;

    boolean isGiven() {
        return from != null || to != null;
    }

    TimeRange range(CommandLine command) {
        try {
            return new TimeRange(from == null ? Instant.MIN : from, to == null ? Instant.MAX : to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }
}
