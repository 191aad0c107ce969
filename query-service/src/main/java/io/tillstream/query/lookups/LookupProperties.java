package io.tillstream.query.lookups;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How invoices and customers are looked up.
 *
 * @param answerWithin how long a look-up may take, with all its calls and their retries; past it, 504; 100 ms to 1 min
 */
@Validated
@ConfigurationProperties("tillstream.query.lookups")
record LookupProperties(
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration answerWithin) {}
