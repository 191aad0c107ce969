package io.tillstream.ingest;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of how long and how many at a time senders may keep the service busy.
 *
 * @param maxRequests how many bodies are read at a time; past it, 503. Each takes buffers of some 100 KB
 * @param maxBodyTime how long a body may take to arrive, past which it is a 408; and an answer to be taken
 */
@Validated
@ConfigurationProperties("tillstream.ingest")
public record RequestLimits(
        @DefaultValue("1000") @Positive int maxRequests,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration maxBodyTime) {}
