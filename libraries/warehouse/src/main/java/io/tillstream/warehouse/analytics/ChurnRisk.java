package io.tillstream.warehouse.analytics;

/** How long a customer has not bought, compared with their own rhythm; the values of the views customer_churn and shopper_churn. */
public enum ChurnRisk {
    /** Silent for two to four times as long as usual. */
    AT_RISK,
    /** For longer. */
    LOST,
    /** Bought on one day only, so there is no rhythm. */
    ONCE,
    /** Silent for at most twice as long as usual. */
    ACTIVE
}
