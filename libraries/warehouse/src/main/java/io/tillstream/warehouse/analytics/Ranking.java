package io.tillstream.warehouse.analytics;

/** The figure that groups are ordered by. */
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
