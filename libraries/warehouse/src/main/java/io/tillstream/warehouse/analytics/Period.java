package io.tillstream.warehouse.analytics;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A period, in the shops' time where lines are asked for, and in UTC where events are.
 *
 * @param from its first moment; none for as far back as there is trade
 * @param to the first moment after it; none for all that came later
 */
public record Period(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {

    public static final Period ALL = new Period(null, null);

    /** A bound for moments, of a period in UTC. */
    static final String OF_MOMENTS = "CAST(? AS timestamp) AT TIME ZONE 'UTC'";

    private static final int YEAR_DIGITS = 4;

    /** The year after 9999 has no sign, unlike in ISO 8601. */
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, YEAR_DIGITS, YEAR_DIGITS + 1, SignStyle.NORMAL)
            .appendPattern("-MM-dd HH:mm:ss")
            .toFormatter(Locale.ROOT);

    /** Picks the lines that were sold in it; comes after FROM sales_line. */
    String condition() {
        List<String> bounds = bounds("invoice_date", "CAST(? AS timestamp)");
        return bounds.isEmpty() ? "" : " WHERE " + String.join(" AND ", bounds);
    }

    /**
     * What holds for a time within the period.
     *
     * @param bound a bound of the period, in terms of its question mark
     */
    List<String> bounds(String time, String bound) {
        List<String> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(time + " >= " + bound);
        }
        if (to != null) {
            bounds.add(time + " < " + bound);
        }
        return bounds;
    }

    /** What belongs into the condition. */
    List<Object> values() {
        List<Object> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(from.format(TEXT));
        }
        if (to != null) {
            bounds.add(to.format(TEXT));
        }
        return bounds;
    }
}
