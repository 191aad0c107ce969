package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What those who bought for the first time in a month did in that month or a later one.
 *
 * @param cohort the month of their first purchase
 * @param monthsSince how many months later this is; 0 for the same month
 * @param cohortUsers how many they are
 * @param users how many of them bought something in this month
 * @param purchases how many pieces these bought in it
 * @param revenue for how much
 */
public record CohortMonth(
        YearMonth cohort, int monthsSince, long cohortUsers, long users, long purchases, BigDecimal revenue) {

    /** The share of those who bought in this month. */
    public Optional<BigDecimal> retentionRate() {
        return Ratio.of(users, cohortUsers);
    }
}
