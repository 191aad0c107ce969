package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.CohortMonth;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A month of a cohort, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Cohort")
record CohortView(
        @Schema(example = "2019-10", description = "The month of the users' first purchase")
        String cohort,

        @Schema(example = "2019-12", description = "This month")
        String month,

        @Schema(example = "2", description = "How many months later it is")
        int monthsSince,

        @Schema(description = "How many users first bought in the cohort's month")
        long cohortUsers,

        @Schema(description = "How many of them bought in this month")
        long users,

        @Schema(description = "users / cohortUsers") @Nullable
        BigDecimal retentionRate,

        @Schema(description = "Pieces they bought in this month")
        long purchases,

        @Schema(description = "The sum of their prices") BigDecimal revenue) {

    static CohortView of(CohortMonth month) {
        return new CohortView(
                month.cohort().toString(),
                month.cohort().plusMonths(month.monthsSince()).toString(),
                month.monthsSince(),
                month.cohortUsers(),
                month.users(),
                month.retentionRate().orElse(null),
                month.purchases(),
                month.revenue());
    }
}
