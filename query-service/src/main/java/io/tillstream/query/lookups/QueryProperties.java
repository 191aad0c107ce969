package io.tillstream.query.lookups;

import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where invoices, customers and sessions are looked up.
 *
 * @param invoicesTable the table of lines
 * @param customersTable the table of summaries
 * @param sessionsTable the table of sessions
 */
@Validated
@ConfigurationProperties("tillstream.query")
record QueryProperties(
        @DefaultValue(Names.INVOICES_TABLE) @NotBlank String invoicesTable,
        @DefaultValue(Names.CUSTOMERS_TABLE) @NotBlank String customersTable,
        @DefaultValue(Names.SESSIONS_TABLE) @NotBlank String sessionsTable) {}
