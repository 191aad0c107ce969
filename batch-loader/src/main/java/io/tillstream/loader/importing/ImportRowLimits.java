package io.tillstream.loader.importing;

import io.tillstream.model.row.RowBounds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of a row's values; the ingest service has the same settings.
 *
 * @param maxAhead how far in the future, by the clock of UTC, a row may be dated; past it the row is rejected with
 *     {@code in_the_future}; the same for ingest and import, as for all {@code tillstream.rows}
 * @param earliest the first date that is taken; before it {@code too_old}
 * @param maxQuantity the largest quantity, of either sign; it can be set lower, not higher
 * @param maxPrice the largest unit price, of either sign; it can be set lower, not higher
 */
@Validated
@ConfigurationProperties("tillstream.rows")
record ImportRowLimits(
        @DefaultValue("26h") Duration maxAhead,
        @DefaultValue("1900-01-01") LocalDate earliest,
        @DefaultValue("1000000000") long maxQuantity,
        @DefaultValue("1000000000") BigDecimal maxPrice) {

    ImportRowLimits {
        new RowBounds(maxAhead, earliest.atStartOfDay(), maxQuantity, maxPrice);
    }

    RowBounds bounds() {
        return new RowBounds(maxAhead, earliest.atStartOfDay(), maxQuantity, maxPrice);
    }
}
