package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How good a customer is, in scores from 1 to 5 by fifths of all who ever bought; 5 is best.
 *
 * @param recency by how lately they bought
 * @param frequency by how often
 * @param monetary by how much they spent
 * @param daysSince the last purchase, up to the last day in the warehouse
 * @param invoices those that are sales
 * @param net the sum of all their invoices
 */
public record CustomerScore(
        String customerId,
        int recency,
        int frequency,
        int monetary,
        CustomerSegment segment,
        LocalDate lastPurchase,
        int daysSince,
        long invoices,
        BigDecimal net) {}
