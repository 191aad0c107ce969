package io.tillstream.consumers.invoices;

import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sink into the look-up tables.
 *
 * @param enabled whether this process feeds it
 * @param invoicesTable the table of lines
 * @param customersTable the table of summaries
 * @param concurrency calls to DynamoDB that one shard may have under way
 */
@Validated
@ConfigurationProperties("tillstream.consumers.invoices")
record InvoicesProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(Names.INVOICES_TABLE) @NotBlank String invoicesTable,
        @DefaultValue(Names.CUSTOMERS_TABLE) @NotBlank String customersTable,
        @DefaultValue("8") @Min(1) @Max(64) int concurrency) {}
