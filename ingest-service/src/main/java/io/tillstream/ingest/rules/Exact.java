package io.tillstream.ingest.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An exact number within an expression; 2.5 equals 2.50. A type of its own, because CEL takes every {@link Number} it
 * does not know for unequal to all others.
 */
record Exact(BigDecimal value) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exact exact && value.compareTo(exact.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }
}
