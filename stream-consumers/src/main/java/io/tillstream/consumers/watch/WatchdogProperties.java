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
 * @param unreadAfter for how long the stream may answer none of a shard's reads, which it answers every second or so
 *     even when there is nothing to read
 */
@Validated
@ConfigurationProperties("tillstream.consumers.watchdog")
record WatchdogProperties(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration stallAfter,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration unreadAfter) {}
