package io.tillstream.producer.generate;

import io.tillstream.model.EventType;

/** What happens in a session, and when: in seconds since 1970. */
record SessionEvent(long second, EventType type, ShopProduct product) {}
