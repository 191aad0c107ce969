package io.tillstream.ingest;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long, and with how many requests at a time, senders may keep the service busy.
 *
 * @param maxRequests bodies read at the same time, once they or their first 16 KB are there; past it, 503
 * @param maxRequestsPerCaller how many of these may be of one key or token; past it, 429
 * @param maxRequestsPerAddress how many of these may come from one address; past it, 429; behind a load balancer set
 *     {@code server.forward-headers-strategy=native}, or as many as {@code max-requests}
 * @param maxBodyTime how long a body may take to arrive (past it, 408), and an answer to be taken
 * @param minBodyRate the least that must arrive of a body in a second, on average over ten; below it, 408; {@code 0B}
 *     for no bound
 */
@Validated
@ConfigurationProperties("tillstream.ingest")
public record RequestLimits(
        @DefaultValue("1000") @Positive int maxRequests,
        @DefaultValue("500") @Positive int maxRequestsPerCaller,
        @DefaultValue("500") @Positive int maxRequestsPerAddress,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration maxBodyTime,
        @DefaultValue("500B") DataSize minBodyRate) {

    public RequestLimits {
        if (minBodyRate.isNegative()) {
            throw new IllegalArgumentException("tillstream.ingest.min-body-rate must not be negative");
        }
    }
}
