package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer is about to leave.
 *
 * @param daysSince the last purchase, up to the last day in the warehouse
 * @param rhythmDays from one day with a purchase to the next on average; none after a single one
 * @param overdue days since the last purchase in units of the rhythm
 * @param net the sum of all their invoices
 */
public record CustomerChurn(
        String customerId,
        LocalDate lastPurchase,
        int daysSince,
        @Nullable BigDecimal rhythmDays,
        @Nullable BigDecimal overdue,
        ChurnRisk risk,
        BigDecimal net) {}
