package io.tillstream.dashboards;

import static io.tillstream.dashboards.Panel.bars;
import static io.tillstream.dashboards.Panel.figure;
import static io.tillstream.dashboards.Panel.lines;
import static io.tillstream.dashboards.Query.metrics;
import static io.tillstream.dashboards.Query.sql;
import static io.tillstream.dashboards.Query.sqlOverTime;

import io.tillstream.dashboards.Dashboard.Row;
import java.util.List;

/** What the shops do: live from the metrics, exact and once only from the warehouse. */
final class BusinessDashboard {

    private static final String ROWS = "rowsps";
    private static final String MONEY = "locale";

    private BusinessDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                "tillstream-business",
                "Tillstream: business",
                "What comes in, what is wrong with it, and what was sold by whom and where?",
                "now-30d",
                List.of(),
                List.of(live(), sold(), split()));
    }

    private static Row live() {
        return Row.of(
                "Coming in",
                figure(
                        "Rows of the last 24 hours",
                        "short",
                        metrics("sum by (outcome) (increase(tillstream_ingest_rows_total[24h]))", "{{outcome}}")),
                lines(
                        "Rows",
                        ROWS,
                        metrics(
                                "sum by (outcome) (rate(tillstream_ingest_rows_total[$__rate_interval]))",
                                "{{outcome}}")),
                lines(
                        "Faults",
                        ROWS,
                        metrics("sum by (code) (rate(tillstream_ingest_faults_total[$__rate_interval]))", "{{code}}")),
                lines(
                        "Into the warehouse",
                        ROWS,
                        metrics(
                                "sum by (outcome) (rate(tillstream_warehouse_rows_total[$__rate_interval]))",
                                "{{outcome}}")));
    }

    private static Row sold() {
        return Row.of(
                "Sold, by the date of the sale",
                lines("Net by day", MONEY, sqlOverTime("""
                                SELECT CAST(day AS timestamp) AS time, net, sales, cancellations
                                FROM sales_by_day
                                WHERE $__timeFilter(day)
                                ORDER BY 1""")),
                lines("Invoices and customers by day", "short", sqlOverTime("""
                                SELECT CAST(day AS timestamp) AS time, invoices, customers
                                FROM sales_by_day
                                WHERE $__timeFilter(day)
                                ORDER BY 1""")),
                lines("Net by hour", MONEY, sqlOverTime("""
                                SELECT hour AS time, net
                                FROM sales_by_hour
                                WHERE $__timeFilter(hour)
                                ORDER BY 1""")));
    }

    private static Row split() {
        return Row.of(
                "Who, where and what",
                bars("Net by store", MONEY, sql("""
                                SELECT coalesce(store_id, 'not said') AS store, sum(net) AS net
                                FROM invoice
                                WHERE $__timeFilter(invoice_date)
                                GROUP BY 1
                                ORDER BY 2 DESC
                                LIMIT 15""")),
                bars("Net by country, of all times", MONEY, sql("""
                                SELECT country, net
                                FROM sales_by_country
                                ORDER BY net DESC
                                LIMIT 15""")),
                bars("Products that sell, of all times", MONEY, sql("""
                                SELECT coalesce(description, stock_code) AS product, net
                                FROM sales_by_product
                                ORDER BY net DESC
                                LIMIT 15""")));
    }
}
