package io.tillstream.warehouse.analytics;

import org.jspecify.annotations.Nullable;

/**
 * What happened to the products that have something in common.
 *
 * @param name their category or brand; none for those without
 */
public record ProductGroup(@Nullable String name, EventFigures figures) {}
