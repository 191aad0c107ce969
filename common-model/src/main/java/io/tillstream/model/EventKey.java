package io.tillstream.model;

import org.jspecify.annotations.Nullable;

/**
 * The identity of an event: every store counts one event under it. It is that of one shop, so shops that number their
 * events alike do not meet; events without a shop share one space.
 */
public record EventKey(@Nullable StoreId shop, LineId eventId) {}
