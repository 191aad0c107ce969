package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many users come back to buy, by the month of their first purchase; months in which nobody of a cohort bought are
 * left out. The period is that of first purchases: what came later counts, whenever it was.
 */
public record CohortsQuestion(EventFilter filter) implements Question<List<CohortMonth>> {

    @Override
    public String topic() {
        return "retention";
    }

    @Override
    public Query query() {
        EventFilter ofStore = new EventFilter(Period.ALL, filter.store());
        List<String> firstTimes = new ArrayList<>(List.of("1 = 1"));
        firstTimes.addAll(filter.period().bounds("first_time", Period.OF_MOMENTS));
        List<Object> values = new ArrayList<>(ofStore.values());
        values.addAll(filter.period().values());
        return new Query(sql(ofStore.condition(), String.join(" AND ", firstTimes)), values);
    }

    @Override
    public List<CohortMonth> read(ResultSet rows) throws SQLException {
        List<CohortMonth> months = new ArrayList<>();
        @Nullable YearMonth cohort = null;
        long cohortUsers = 0;
        while (rows.next()) {
            YearMonth next = month(rows, "cohort");
            long users = rows.getLong("users");
            // Everybody bought in the month of their first purchase, which comes first.
            if (!next.equals(cohort)) {
                cohort = next;
                cohortUsers = users;
            }
            months.add(new CohortMonth(
                    next,
                    Math.toIntExact(ChronoUnit.MONTHS.between(next, month(rows, "month"))),
                    cohortUsers,
                    users,
                    rows.getLong("purchases"),
                    SalesFigures.money(rows, "revenue")));
        }
        return months;
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static String sql(String condition, String ofFirstTime) {
        return """
                SELECT cohort, month, count(*) AS users, sum(purchases) AS purchases, sum(revenue) AS revenue
                FROM (SELECT CAST(date_trunc('month', first_time AT TIME ZONE 'UTC') AS date) AS cohort,
                             month, purchases, revenue
                      FROM (SELECT month, purchases, revenue, min(first_time) OVER (PARTITION BY user_id) AS first_time
                            FROM (SELECT user_id, CAST(date_trunc('month', event_time AT TIME ZONE 'UTC') AS date) AS month,
                                         min(event_time) AS first_time, count(*) AS purchases, sum(price) AS revenue
                                  FROM shop_event
                                  WHERE event_type = 'purchase'%1$s
                                  GROUP BY 1, 2) monthly) dated
                      WHERE %2$s) cohorts
                GROUP BY cohort, month
                ORDER BY cohort, month""".formatted(condition, ofFirstTime);
    }
}
