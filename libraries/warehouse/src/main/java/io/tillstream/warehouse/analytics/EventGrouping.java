package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What events of shops are grouped by. By time a session or a user as a whole belongs to when it began; by what the
 * product is, to each group that it has events of, and in each with those events alone.
 */
public enum EventGrouping {
    /** One group of all. */
    ALL(EventGrouping.NOTHING, EventGrouping.GROUP),
    HOUR(EventGrouping.NOTHING, "date_trunc('hour', began AT TIME ZONE 'UTC')"),
    DAY(EventGrouping.NOTHING, "CAST(began AT TIME ZONE 'UTC' AS date)"),
    /** By the first word of the category code. */
    CATEGORY1("coalesce(split_part(category_code, '.', 1), '')", EventGrouping.GROUP),
    /** By its first two. */
    CATEGORY2("coalesce(split_part(category_code, '.', 1)" + EventGrouping.SECOND_WORD + ", '')", EventGrouping.GROUP),
    /** By its first three. */
    CATEGORY3(
            "coalesce(split_part(category_code, '.', 1)" + EventGrouping.SECOND_WORD + EventGrouping.THIRD_WORD
                    + ", '')",
            EventGrouping.GROUP),
    BRAND("coalesce(brand, '')", EventGrouping.GROUP);

    private static final String NOTHING = "CAST('' AS varchar(1))";
    private static final String GROUP = "grp";
    private static final String SECOND_WORD =
            " || CASE WHEN split_part(category_code, '.', 2) <> '' THEN '.' || split_part(category_code, '.', 2) ELSE"
                    + " '' END";
    private static final String THIRD_WORD =
            " || CASE WHEN split_part(category_code, '.', 3) <> '' THEN '.' || split_part(category_code, '.', 3) ELSE"
                    + " '' END";

    private final String ofEvent;
    private final String ofUnit;

    EventGrouping(String ofEvent, String ofUnit) {
        this.ofEvent = ofEvent;
        this.ofUnit = ofUnit;
    }

    /** Which group an event is of as far as it tells by itself: never null, so that it can be compared. */
    String ofEvent() {
        return ofEvent;
    }

    /** Which group its unit is of: by grp, the group of its events, or by when it began. */
    String ofUnit() {
        return ofUnit;
    }

    boolean isTime() {
        return this == HOUR || this == DAY;
    }

    /** What a group is called: times as in ISO 8601, none for what has no category or brand. */
    @Nullable
    String name(ResultSet row) throws SQLException {
        return switch (this) {
            case ALL -> null;
            case HOUR -> row.getObject("name", LocalDateTime.class).toString();
            case DAY -> row.getObject("name", LocalDate.class).toString();
            case CATEGORY1, CATEGORY2, CATEGORY3, BRAND -> {
                String name = row.getString("name");
                yield name.isEmpty() ? null : name;
            }
        };
    }
}
