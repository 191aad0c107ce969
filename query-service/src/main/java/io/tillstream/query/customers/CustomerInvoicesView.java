package io.tillstream.query.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.invoicestore.CustomerInvoice;
import io.tillstream.invoicestore.InvoicePage;
import io.tillstream.model.LineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a customer's invoices, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerInvoicesView(
        List<InvoiceRow> invoices,

        @Schema(
                description = "The cursor of the next page; absent on the last",
                example = "MjAxMC0xMi0wMVQwODoyNnw1MzYzNjU")
        @Nullable
        String next,

        @Schema(
                description = "When this page was read; absent unless reading took long",
                example = "2010-12-01T08:26:00Z")
        @Nullable
        Instant asOf) {

    static CustomerInvoicesView of(InvoicePage page, @Nullable Instant asOf) {
        return new CustomerInvoicesView(
                page.invoices().stream().map(InvoiceRow::of).toList(),
                page.next().map(InvoiceCursor::of).orElse(null),
                asOf);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvoiceRow(
            @Schema(example = "536365") String invoiceNo,

            @Schema(description = "Whose invoice it is, where that is known", example = "acme") @Nullable
            String storeId,

            @Schema(example = "2010-12-01T08:26:00", type = "string")
            LocalDateTime date,

            @Schema(example = "United Kingdom") String country,
            LineKind kind,
            @Schema(example = "139.12") BigDecimal total,
            @Schema(example = "7") long lineCount) {

        private static InvoiceRow of(CustomerInvoice invoice) {
            return new InvoiceRow(
                    invoice.invoiceNo().value(),
                    invoice.shop() == null ? null : invoice.shop().value(),
                    invoice.date(),
                    invoice.country(),
                    invoice.kind(),
                    invoice.total(),
                    invoice.lineCount());
        }
    }
}
