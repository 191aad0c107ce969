package io.tillstream.consumers.watch;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a shard counts as stalled.
 *
 * @param stallAfter a shard whose records wait this long with none durable makes the service not ready; longer than
 *     {@code lake.max-age-small}
 * @param unreadAfter a shard of which the stream answers no read for this long makes the service not ready
 */
@Validated
@ConfigurationProperties("tillstream.consumers.watchdog")
record WatchdogProperties(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration stallAfter,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration unreadAfter) {}
