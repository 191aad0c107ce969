package io.tillstream.rowfiles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as spreadsheets keep them: days since an epoch, the time of the day as a fraction. */
final class ExcelTime {

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** Binary numbers have no more digits; to write out those of 1E-999999999 would take all memory. */
    private static final int SMALLEST_SCALE = 400;

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** Day 1 is 1 January 1900; every day from 60 on is one off, because 1900 is taken for a leap year. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 31);

    private static final LocalDate DAY_ZERO_FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final int FIRST_DAY_OFF = 60;

    private final boolean from1904;

    ExcelTime(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The local date and time, to the nearest second, because binary fractions of days miss it by a little. */
    Optional<String> iso(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0 || days.scale() > SMALLEST_SCALE) {
            return Optional.empty();
        }
        long seconds =
                days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        try {
            LocalDateTime time =
                    midnight(seconds / SECONDS_OF_DAY.longValue()).plusSeconds(seconds % SECONDS_OF_DAY.longValue());
            return Optional.of(ISO.format(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDateTime midnight(long day) {
        LocalDate date =
                from1904 ? DAY_ZERO_FROM_1904.plusDays(day) : DAY_ZERO.plusDays(day >= FIRST_DAY_OFF ? day - 1 : day);
        return date.atStartOfDay();
    }
}
