package io.tillstream.invoicestore;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as it leaves the store, which itself drops trailing zeros: exact, with at least the cents written out. */
final class Amounts {

    static final BigDecimal ZERO = new BigDecimal("0.00");

    private Amounts() {}

    static BigDecimal withCents(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
    }
}
