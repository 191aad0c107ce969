package io.tillstream.warehouse.analytics;

import org.jspecify.annotations.Nullable;

/**
 * The lines that have something in common.
 *
 * @param name what it is, times as in ISO 8601: {@code 2010-12-01T08:00}, {@code 2010-12-01}, {@code 2010-12}
 * @param description what a product is called on most of its lines, if this is one and has a name
 */
public record SalesGroup(String name, @Nullable String description, SalesFigures figures) {}
