package io.tillstream.consumers.shard;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;

/**
 * Where an application begins that has no leases yet, as a setting: {@code trim-horizon}, {@code latest} or an instant.
 */
public record StartPosition(InitialPositionInStreamExtended position) {

    /** Spring finds the converter by this method's name. */
    public static StartPosition valueOf(String text) {
        return new StartPosition(
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "trim-horizon" ->
                        InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
                    case "latest" -> InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.LATEST);
                    default -> InitialPositionInStreamExtended.newInitialPositionAtTimestamp(Date.from(instant(text)));
                });
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException neither) {
            throw new IllegalArgumentException(
                    "must be trim-horizon, latest or an instant as 2026-03-01T12:00:00Z", neither);
        }
    }
}
