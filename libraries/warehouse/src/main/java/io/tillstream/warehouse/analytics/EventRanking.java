package io.tillstream.warehouse.analytics;

/** The figure that groups of events are ordered by. */
public enum EventRanking {
    REVENUE("revenue"),
    PURCHASES("purchases"),
    VIEWS("views"),
    /** Sessions or users. */
    VISITORS("visitors");

    private final String column;

    EventRanking(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
