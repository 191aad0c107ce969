package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.query.http.Parameters;
import io.tillstream.warehouse.analytics.CustomerScore;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A customer's scores, as callers see them. */
@Schema(name = "Rfm")
record RfmView(
        @Schema(example = "17850") String customerId,

        @Schema(description = "1 to 5; 5 for the fifth of customers who bought most recently")
        int recency,

        @Schema(description = "1 to 5; 5 for the fifth of customers who bought most often")
        int frequency,

        @Schema(description = "1 to 5; 5 for the fifth of customers who spent most")
        int monetary,

        @Schema(description = "The three scores as one text", example = "545")
        String score,

        @Schema(example = "champions") String segment,
        LocalDate lastPurchase,

        @Schema(description = "Days since then, up to the last day in the warehouse that is not after tomorrow")
        int daysSince,

        @Schema(description = "Sales only") long invoices,
        @Schema(description = "Sum of all invoices") BigDecimal net) {

    static RfmView of(CustomerScore customer) {
        return new RfmView(
                customer.customerId(),
                customer.recency(),
                customer.frequency(),
                customer.monetary(),
                "" + customer.recency() + customer.frequency() + customer.monetary(),
                Parameters.word(customer.segment()),
                customer.lastPurchase(),
                customer.daysSince(),
                customer.invoices(),
                customer.net());
    }
}
