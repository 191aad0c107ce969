package io.tillstream.warehouse.analytics;

/** How a customer's silence compares with their own rhythm, which is the view customer_churn's word for it. */
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
