package io.tillstream.producer.generate;

import io.tillstream.model.EventType;

/**
 * A generated event.
 *
 * @param second since 1970, by UTC
 * @param session empty when it is not known
 */
record EventRow(long second, EventType type, ShopProduct product, int user, String session) {}
