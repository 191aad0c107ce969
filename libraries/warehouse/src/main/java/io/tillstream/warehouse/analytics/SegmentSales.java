package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;

/**
 * A segment as a whole.
 *
 * @param revenue the sum of all invoices of its customers
 */
public record SegmentSales(CustomerSegment segment, long customers, BigDecimal revenue) {}
