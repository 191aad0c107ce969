package io.tillstream.warehouse.analytics;

/** What puts one group before another. */
public enum Ranking {
    REVENUE("revenue"),
    QUANTITY("units");

    private final String column;

    Ranking(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
