package io.tillstream.warehouse.analytics;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Customers who behave alike, by their scores for recency and frequency: the first whose condition holds. */
public enum CustomerSegment {
    CHAMPIONS("recency_score >= 4 AND frequency_score >= 4"),
    LOYAL("recency_score >= 3 AND frequency_score >= 3"),
    NEW("recency_score >= 4 AND orders = 1"),
    PROMISING("recency_score >= 4"),
    NEEDS_ATTENTION("recency_score = 3"),
    AT_RISK("frequency_score >= 3"),
    LOST("1 = 1");

    private final String condition;

    CustomerSegment(String condition) {
        this.condition = condition;
    }

    /** Names a row of customer_rfm or shopper_rfm. */
    static String expression() {
        return Arrays.stream(values())
                .map(segment -> " WHEN " + segment.condition + " THEN '" + segment.name() + "'")
                .collect(Collectors.joining("", "CASE", " END"));
    }
}
