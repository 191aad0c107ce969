package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A row of a file of events, read by no more than its commas. */
record RawEvent(
        Instant time,
        String type,
        String product,
        String code,
        String brand,
        BigDecimal price,
        String user,
        String session,
        String store) {

    static RawEvent of(String row) {
        String[] values = row.split(",", -1);
        return new RawEvent(
                Visits.time(values[0]),
                values[1],
                values[2],
                values[4],
                values[5],
                new BigDecimal(values[6]),
                values[7],
                values[8],
                values[9]);
    }

    /** Whose it is; empty for an event without a session, by sessions. */
    String visitor(EventUnit unit) {
        if (unit == EventUnit.USERS) {
            return user;
        }
        return session.isEmpty() ? "" : store + "/" + session;
    }

    /** What it is grouped by, as far as that is in the row; empty if nothing is. */
    String group(EventGrouping grouping) {
        return switch (grouping) {
            case ALL, HOUR, DAY -> "";
            case CATEGORY1 -> words(1);
            case CATEGORY2 -> words(2);
            case CATEGORY3 -> words(3);
            case BRAND -> brand;
        };
    }

    private String words(int most) {
        List<String> words = Arrays.asList(code.split("\\."));
        return words.stream().limit(most).collect(Collectors.joining("."));
    }
}
