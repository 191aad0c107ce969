package io.tillstream.access.keys;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.boot.convert.DurationStyle;

/** The end of a key as its maker writes it. */
final class KeyEnd {

    private KeyEnd() {}

    /**
     * The moment that a time such as {@code 90d} leads to, or the start of a day such as {@code 2030-12-31}.
     *
     * @throws IllegalArgumentException when it is neither, or has passed
     */
    static Instant after(String text, Instant now) {
        Instant end = moment(text.strip(), now);
        if (!end.isAfter(now)) {
            throw new IllegalArgumentException("a key that ends at " + text + " would never be good");
        }
        return end;
    }

    private static Instant moment(String text, Instant now) {
        try {
            return text.contains("-")
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : now.plus(duration(text));
        } catch (DateTimeException | ArithmeticException noMoment) {
            throw new IllegalArgumentException("there is no such time as " + text, noMoment);
        }
    }

    private static Duration duration(String text) {
        return DurationStyle.detectAndParse(text);
    }
}
