package io.tillstream.query.analytics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to query the warehouse.
 *
 * @param connections questions the warehouse may work on at the same time
 * @param connectWithin how long a request waits for one of them; past it, 503; at least 250 ms
 * @param answerWithin how long the warehouse may work on a question; past it, 504
 * @param cacheFor how long an answer is given again; {@code 0s} only to those who ask at the same time
 * @param cacheRows rows of answers that are kept for that
 */
@Validated
@ConfigurationProperties("tillstream.query.analytics")
record AnalyticsProperties(
        @DefaultValue("4") @Min(1) @Max(100) int connections,

        @DefaultValue("3s") @DurationMin(millis = 250) @DurationMax(minutes = 1)
        Duration connectWithin,

        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration answerWithin,

        @DefaultValue("10s") @DurationMin Duration cacheFor,
        @DefaultValue("100000") @Min(0) long cacheRows) {}
