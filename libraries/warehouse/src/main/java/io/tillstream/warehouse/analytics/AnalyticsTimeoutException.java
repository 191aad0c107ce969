package io.tillstream.warehouse.analytics;

/** The warehouse took longer than allowed for an answer, and was told to stop. */
public final class AnalyticsTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AnalyticsTimeoutException(Throwable cause) {
        super("The warehouse did not answer in time", cause);
    }
}
