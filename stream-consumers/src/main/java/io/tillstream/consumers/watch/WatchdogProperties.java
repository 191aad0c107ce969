package io.tillstream.consumers.watch;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a shard counts as stalled.
 *
 * @param stallAfter for how long records may wait without any of them becoming durable; longer than any sink holds
 *     lines of its own accord, or else the process does not start
 */
@Validated
@ConfigurationProperties("tillstream.consumers.watchdog")
record WatchdogProperties(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration stallAfter) {}
