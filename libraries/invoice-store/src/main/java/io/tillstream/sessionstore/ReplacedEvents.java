package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;

/** Is told of events that are stored and stop counting, because another of their identity says something else. */
@FunctionalInterface
public interface ReplacedEvents {

    /** For who does not want to know. */
    ReplacedEvents UNKEPT = (replaced, by) -> {};

    /** Called before the event is gone, by any thread, and again when storing the other one is tried again. */
    void keep(ShopEvent replaced, ShopEvent by);
}
