package io.tillstream.query.analytics;

import io.tillstream.query.http.Parameters;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.EventUnit;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which columns the groups of events fill: the one of the grouping, and sessions or users. */
final class EventGroups {

    private static final Set<String> GROUPS = Set.of("hour", "day", "category", "brand");

    private EventGroups() {}

    /** The name of a group for the column of its grouping, and none for the others. */
    static @Nullable String nameIn(String column, EventGrouping grouping, @Nullable String name) {
        return column.equals(column(grouping)) ? name : null;
    }

    /** A figure for the column of its unit, and none for the other. */
    static @Nullable Long countIn(EventUnit column, EventUnit unit, long count) {
        return column == unit ? count : null;
    }

    /** The columns of other groupings and of the other unit. */
    static Set<String> emptyColumns(EventGrouping grouping, EventUnit unit) {
        Set<String> others = new TreeSet<>(GROUPS);
        others.remove(column(grouping));
        others.add(unit == EventUnit.SESSIONS ? "users" : "sessions");
        return others;
    }

    private static String column(EventGrouping grouping) {
        return switch (grouping) {
            case CATEGORY1, CATEGORY2, CATEGORY3 -> "category";
            case ALL, HOUR, DAY, BRAND -> Parameters.word(grouping);
        };
    }
}
