package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.query.http.Parameters;
import io.tillstream.warehouse.analytics.CustomerChurn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a customer is about to leave, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Churn")
record ChurnView(
        @Schema(example = "17850") String customerId,
        LocalDate lastPurchase,

        @Schema(description = "Days since then, up to the last day in the warehouse that is not after tomorrow")
        int daysSince,

        @Schema(description = "Mean number of days from one purchase day to the next; absent after a single one")
        @Nullable
        BigDecimal rhythmDays,

        @Schema(description = "Days since the last purchase, divided by rhythmDays") @Nullable
        BigDecimal overdue,

        @Schema(allowableValues = {"active", "at risk", "lost", "once"})
        String risk,

        @Schema(description = "Sum of all invoices") BigDecimal net) {

    static ChurnView of(CustomerChurn customer) {
        return new ChurnView(
                customer.customerId(),
                customer.lastPurchase(),
                customer.daysSince(),
                customer.rhythmDays(),
                customer.overdue(),
                Parameters.word(customer.risk()),
                customer.net());
    }
}
