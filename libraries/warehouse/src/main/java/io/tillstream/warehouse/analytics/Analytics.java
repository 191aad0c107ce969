package io.tillstream.warehouse.analytics;

/** Answers questions about the sales in the warehouse. */
public interface Analytics {

    /**
     * Asks, and waits for the answer.
     *
     * @throws AnalyticsUnavailableException when the warehouse does not answer
     * @throws AnalyticsTimeoutException when it does not answer in time
     */
    <A> A answer(Question<A> question);
}
