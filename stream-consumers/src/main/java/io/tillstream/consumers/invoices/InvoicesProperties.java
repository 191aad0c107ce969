package io.tillstream.consumers.invoices;

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
 * The sink into the look-up tables.
 *
 * @param enabled whether this process feeds the look-ups
 * @param invoicesTable the table of lines
 * @param customersTable the table of summaries
 * @param minConcurrency calls to DynamoDB that may always be under way
 * @param maxConcurrency calls under way at most, over all shards of the process; how many it takes is found by trying
 * @param rememberLines lines of recent invoices known in memory, so as not to read them back when more come: some 50
 *     bytes each, and some hundreds an invoice
 * @param patience how long a call without headway is tried again before the delivery counts as failed and begins anew
 */
@Validated
@ConfigurationProperties("tillstream.consumers.invoices")
record InvoicesProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(Names.INVOICES_TABLE) @NotBlank String invoicesTable,
        @DefaultValue(Names.CUSTOMERS_TABLE) @NotBlank String customersTable,
        @DefaultValue("2") @Min(1) int minConcurrency,
        @DefaultValue("32") @Max(256) int maxConcurrency,
        @DefaultValue("500000") @Min(0) int rememberLines,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration patience) {

    @AssertTrue(message = "min-concurrency must not be above max-concurrency")
    boolean isConcurrencyInOrder() {
        return minConcurrency <= maxConcurrency;
    }

    StoreSettings store() {
        return new StoreSettings(minConcurrency, maxConcurrency, rememberLines, patience);
    }
}
