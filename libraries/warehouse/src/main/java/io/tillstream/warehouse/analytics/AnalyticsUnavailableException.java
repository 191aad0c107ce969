package io.tillstream.warehouse.analytics;

/** The warehouse does not answer, or has no tables yet: the same question may be asked again later. */
public final class AnalyticsUnavailableException extends RuntimeException {

    public AnalyticsUnavailableException(Throwable cause) {
        super("The warehouse does not answer", cause);
    }
}
