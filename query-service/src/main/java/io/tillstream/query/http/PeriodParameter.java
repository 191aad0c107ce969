package io.tillstream.query.http;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The period that {@code from} and {@code to} ask for, in the shops' time or in UTC.
 *
 * @param from its first moment, if it has one
 * @param to the first moment after it, if it has an end: the one given, or the midnight that ends the day given
 */
public record PeriodParameter(
        @Nullable LocalDateTime from, @Nullable LocalDateTime to) {

    /** There is no year 0 in SQL, and none of more than four digits here. */
    private static final Pattern FORM =
            Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}(?<time>T\\d{2}:\\d{2}(:\\d{2})?)?");

    /** Of the shops' local time. Absent and empty texts leave that side open. */
    public static PeriodParameter of(@Nullable String from, @Nullable String to) {
        return of(from, to, "the shops' local time");
    }

    /** The same in UTC. */
    public static PeriodParameter inUtc(@Nullable String from, @Nullable String to) {
        return of(from, to, "UTC");
    }

    private static PeriodParameter of(@Nullable String from, @Nullable String to, String clock) {
        LocalDateTime first = from == null || from.isBlank() ? null : moment("from", from.strip(), clock);
        LocalDateTime last = to == null || to.isBlank() ? null : moment("to", to.strip(), clock);
        if (first != null && last != null && first.isAfter(last)) {
            throw InvalidParameterException.of("from", "no later than the parameter to");
        }
        return new PeriodParameter(first, last == null || to == null || to.contains("T") ? last : last.plusDays(1));
    }

    private static LocalDateTime moment(String parameter, String text, String clock) {
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return parts.group("time") == null ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            // Told below, as for what is no date at all.
        }
        throw InvalidParameterException.of(
                parameter, "a date such as 2010-12-01 or a time such as 2010-12-01T08:00, in " + clock);
    }
}
