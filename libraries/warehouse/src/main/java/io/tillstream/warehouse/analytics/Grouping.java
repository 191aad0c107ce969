package io.tillstream.warehouse.analytics;

/** What lines are grouped by. */
public enum Grouping {
    HOUR("date_trunc('hour', invoice_date)", true),
    DAY("CAST(invoice_date AS date)", true),
    /** By its Monday. */
    WEEK("CAST(date_trunc('week', invoice_date) AS date)", true),
    MONTH("CAST(date_trunc('month', invoice_date) AS date)", true),
    COUNTRY("country", false),
    PRODUCT("stock_code", false),
    KIND("kind", false);

    private final String expression;
    private final boolean time;

    Grouping(String expression, boolean time) {
        this.expression = expression;
        this.time = time;
    }

    String expression() {
        return expression;
    }

    boolean isTime() {
        return time;
    }
}
