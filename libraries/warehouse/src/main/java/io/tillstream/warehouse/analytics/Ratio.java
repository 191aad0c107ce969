package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A part of a whole, rounded half up; a whole of nothing has no parts. */
final class Ratio {

    private static final int DECIMALS = 4;

    private Ratio() {}

    /** With four decimals, as all rates have. */
    static Optional<BigDecimal> of(long part, long whole) {
        return of(BigDecimal.valueOf(part), whole, DECIMALS);
    }

    static Optional<BigDecimal> of(BigDecimal part, long whole, int decimals) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(part.divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
    }
}
