package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What happened at prices of a band.
 *
 * @param from its lowest price; none for the first band
 * @param to the lowest price above it; none for the last
 */
public record PriceBand(@Nullable BigDecimal from, @Nullable BigDecimal to, EventFigures figures) {}
