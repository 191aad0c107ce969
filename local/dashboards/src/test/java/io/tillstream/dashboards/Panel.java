package io.tillstream.dashboards;

import java.util.List;

/**
 * A panel of a dashboard.
 *
 * @param unit as Grafana names units
 */
record Panel(String title, Kind kind, String unit, List<Query> queries) {

    /** How a panel shows what it is given. */
    enum Kind {
        TIMESERIES,
        STAT,
        BARS,
        TABLE
    }

    Panel {
        queries = List.copyOf(queries);
    }

    static Panel lines(String title, String unit, Query... queries) {
        return new Panel(title, Kind.TIMESERIES, unit, List.of(queries));
    }

    static Panel figure(String title, String unit, Query... queries) {
        return new Panel(title, Kind.STAT, unit, List.of(queries));
    }

    static Panel bars(String title, String unit, Query query) {
        return new Panel(title, Kind.BARS, unit, List.of(query));
    }

    static Panel table(String title, Query query) {
        return new Panel(title, Kind.TABLE, "short", List.of(query));
    }
}
