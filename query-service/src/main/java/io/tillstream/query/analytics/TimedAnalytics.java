package io.tillstream.query.analytics;

import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.Question;

/** Asks within the deadline of the warehouse, which holds though the warehouse hears nothing. */
final class TimedAnalytics implements Analytics {

    private final Analytics source;
    private final WatchedStore warehouse;

    TimedAnalytics(Analytics source, WatchedStore warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    @Override
    public <A> A answer(Question<A> question) {
        return warehouse.ask(() -> source.answer(question));
    }
}
