package io.tillstream.query.analytics;

import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.AnalyticsUnavailableException;
import io.tillstream.warehouse.analytics.Question;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Knows the answers that it is told; a warehouse that is away knows none. */
final class StubbedAnalytics implements Analytics {

    private final Map<Question<?>, Object> answers = new HashMap<>();

    <A> void tell(Question<A> question, A answer) {
        answers.put(question, answer);
    }

    void forget() {
        answers.clear();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A answer(Question<A> question) {
        if (answers.isEmpty()) {
            throw new AnalyticsUnavailableException(new SQLException("away"));
        }
        if (!answers.containsKey(question)) {
            throw new AssertionError("Asked " + question + " and not one of " + answers.keySet());
        }
        return (A) answers.get(question);
    }
}
