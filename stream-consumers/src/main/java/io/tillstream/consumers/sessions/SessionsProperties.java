package io.tillstream.consumers.sessions;

import io.tillstream.model.layout.Names;
import io.tillstream.storecalls.StoreSettings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sink into the table of sessions.
 *
 * @param enabled whether this process feeds the sessions; it does so only if events are among its feeds
 * @param table the table of sessions
 * @param minConcurrency calls to DynamoDB that may always be under way
 * @param maxConcurrency calls under way at most, over all shards of the process; how many it takes is found by trying
 * @param patience how long a call without headway is tried again before the delivery counts as failed and begins anew
 */
@Validated
@ConfigurationProperties("tillstream.consumers.sessions")
record SessionsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(Names.SESSIONS_TABLE) @NotBlank String table,
        @DefaultValue("2") @Min(1) int minConcurrency,
        @DefaultValue("32") @Max(256) int maxConcurrency,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration patience) {

    @AssertTrue(message = "min-concurrency must not be above max-concurrency")
    boolean isConcurrencyInOrder() {
        return minConcurrency <= maxConcurrency;
    }

    StoreSettings store() {
        return new StoreSettings(minConcurrency, maxConcurrency, 0, patience);
    }
}
