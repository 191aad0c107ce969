package io.tillstream.query.lookups;

import io.tillstream.query.deadline.LongReadingLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Look-ups that go on after their request was answered, because there is so much to read.
 *
 * @param atOnce how many look-ups go on after their deadline because there is so much to add up
 * @param within how long such a look-up may go on
 * @param keepFor how long its result is kept
 * @param keepRows how many invoices of pages are kept
 */
@Validated
@ConfigurationProperties("tillstream.query.lookups.long-readings")
record LongReadingProperties(
        @DefaultValue("2") @Min(0) @Max(100) int atOnce,

        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration within,

        @DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration keepFor,

        @DefaultValue("100000") @Min(0) long keepRows) {

    LongReadingLimits limits() {
        return new LongReadingLimits(atOnce, within, keepFor, keepRows);
    }
}
