package io.tillstream.warehouse.schema;

import static io.tillstream.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.ShopEvents;
import io.tillstream.warehouse.SoldLines;
import io.tillstream.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewsIT {

    private final SoldLines trade = new SoldLines();

    @BeforeEach
    void someTrade() throws SQLException {
        TestWarehouse.empty();
        trade.add("100", "A", "RED CUP", 10, "2011-01-05 09:10", "2.50", "'anna'", "France");
        trade.add("100", "B", "BLUE CUP", 1, "2011-01-05 09:11", "0.001", "'anna'", "France");
        trade.add("101", "A", "CUP, RED", 2, "2011-01-05 10:00", "2.50", "NULL", "Spain");
        trade.add("102", "A", "RED CUP", 4, "2011-01-15 10:00", "2.50", "'anna'", "France");
        trade.add("103", "B", null, 3, "2011-02-04 23:59:59", "5", "'bert'", "Spain");
        trade.add("C104", "A", "RED CUP", -5, "2011-02-05 00:00", "2.50", "'anna'", "France");
        trade.add("A105", "B", "Adjust bad debt", 1, "2011-02-25 12:00", "-7.77", "NULL", "Spain");
    }

    @Test
    void sumTradeByTime() throws SQLException {
        assertThat(rows("SELECT hour, invoices, lines, units, sales, net FROM sales_by_hour ORDER BY hour LIMIT 2"))
                .containsExactly(
                        "2011-01-05 09:00:00|1|2|11|25.0010|25.0010", "2011-01-05 10:00:00|1|1|2|5.0000|5.0000");
        assertThat(rows("SELECT day, invoices, customers, sales, cancellations, net FROM sales_by_day ORDER BY day"))
                .containsExactly(
                        "2011-01-05|2|1|30.0010|0|30.0010",
                        "2011-01-15|1|1|10.0000|0|10.0000",
                        "2011-02-04|1|1|15.0000|0|15.0000",
                        "2011-02-05|1|1|0|-12.5000|-12.5000",
                        "2011-02-25|1|0|0|0|-7.7700");
        assertThat(rows("SELECT month, lines, sales, cancellations, adjustments, net FROM sales_by_month ORDER BY 1"))
                .containsExactly("2011-01-01|4|40.0010|0|0|40.0010", "2011-02-01|3|15.0000|-12.5000|-7.7700|-5.2700");
    }

    @Test
    void sumTradeByCountryAndArticle() throws SQLException {
        assertThat(rows("SELECT country, invoices, customers, net FROM sales_by_country ORDER BY country"))
                .containsExactly("France|3|1|22.5010", "Spain|3|1|12.2300");
        assertThat(rows("SELECT stock_code, description, units, net FROM sales_by_product ORDER BY stock_code"))
                .containsExactly("A|RED CUP|11|27.5000", "B|Adjust bad debt|5|7.2310");
    }

    @Test
    void rateReturns() throws SQLException {
        assertThat(rows("SELECT stock_code, units_sold, units_returned, round(return_rate, 4), value_returned"
                        + " FROM returns_by_product"))
                .containsExactly("A|16|5|0.3125|12.5000");
    }

    @Test
    void describeCustomersAndNotGuests() throws SQLException {
        assertThat(rows("SELECT customer_id, first_purchase, last_purchase, orders, cancelled_orders, sales, net,"
                        + " average_basket FROM customer ORDER BY customer_id"))
                .containsExactly(
                        "anna|2011-01-05 09:10:00|2011-01-15 10:00:00|2|1|35.0010|22.5010|17.5005",
                        "bert|2011-02-04 23:59:59|2011-02-04 23:59:59|1|0|15.0000|15.0000|15.0000");
    }

    @Test
    void scoreByFifthsOfThoseWhoBought() throws SQLException {
        for (int i = 0; i < 8; i++) {
            for (int order = 0; order <= i; order++) {
                trade.add("2" + i + order, "A", "RED CUP", 100, "2011-02-1" + i, "10", "'c" + i + "'", "Spain");
            }
        }
        assertThat(rows("SELECT customer_id, recency_days, rfm FROM customer_rfm ORDER BY rfm, customer_id"))
                .containsExactly(
                        "bert|21|111",
                        "anna|41|121",
                        "c0|15|212",
                        "c1|14|222",
                        "c2|13|333",
                        "c3|12|333",
                        "c4|11|444",
                        "c5|10|444",
                        "c6|9|555",
                        "c7|8|555");
    }

    @Test
    void holdSilenceAgainstTheCustomersOwnRhythm() throws SQLException {
        assertThat(rows("SELECT customer_id, purchase_days, days_since, rhythm_days, overdue_ratio, status"
                        + " FROM customer_churn ORDER BY customer_id"))
                .containsExactly("anna|2|41|10.0000|4.10|LOST", "bert|1|21|null|null|ONCE");
        trade.add("106", "A", "RED CUP", 1, "2011-02-24 10:00", "2.50", "'anna'", "France");
        assertThat(rows("SELECT rhythm_days, status FROM customer_churn WHERE customer_id = 'anna'"))
                .containsExactly("25.0000|ACTIVE");
    }

    @Test
    void tellShopsApartThatNumberTheirInvoicesAlike() throws SQLException {
        trade.at("soho");
        trade.add("102", "A", "RED CUP", 1, "2011-01-15 11:00", "2.50", "'anna'", "France");
        trade.add("102", "B", "BLUE CUP", 1, "2011-01-15 11:01", "2.50", "'anna'", "France");
        assertThat(rows("SELECT store_id, lines, net FROM invoice WHERE invoice_no = '102' ORDER BY store_id"))
                .containsExactly("soho|2|5.0000", "null|1|10.0000");
        for (String view : List.of("sales_by_hour", "sales_by_day", "sales_by_month", "sales_by_country")) {
            assertThat(rows("SELECT sum(invoices) FROM " + view)).containsExactly("7");
        }
        assertThat(rows("SELECT invoices FROM sales_by_product WHERE stock_code = 'A'"))
                .containsExactly("5");
        assertThat(rows("SELECT orders, average_basket FROM customer WHERE customer_id = 'anna'"))
                .containsExactly("3|13.3337");
    }

    @Test
    void sumTheLargestLinesThereCanBe() throws SQLException {
        for (int line = 0; line < 30; line++) {
            trade.add("107", "A", "RED CUP", Long.MAX_VALUE, "2011-03-01", "99999999999999.9999", "'anna'", "France");
            trade.add("C8", "A", "RED CUP", Long.MIN_VALUE, "2011-03-02", "99999999999999.9999", "'bert'", "Spain");
        }
        new ShopEvents().add("page", "2011-03-01", "purchase", "cup", "home", "99999999999999.9999", "anna", "'1'");
        for (String view : rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'")) {
            assertThat(rows("SELECT * FROM " + view)).isNotEmpty();
        }
        assertThat(rows("SELECT average_basket > 1e33 FROM customer WHERE customer_id = 'anna'"))
                .containsExactly("t");
        assertThat(rows("SELECT sum(units_returned) FROM returns_by_product")).containsExactly("276701161105643274245");
    }

    @Test
    void countEventsByTimeInUtcByProductAndByLevelsOfTheCategory() throws SQLException {
        ShopEvents visits = new ShopEvents();
        visits.add("a", "2019-10-01 01:59:59.999+02", "view", "cup", "home.kitchen.cups.red", "2.50", "anna", "'1'");
        visits.add("b", "2019-10-01 00:00:00+00", "cart", "cup", "home.kitchen.cups.red", "2.50", "anna", "'1'");
        visits.add("c", "2019-10-01 00:10:00+00", "remove_from_cart", "hat", "apparel", "9.99", "anna", "'1'");
        visits.add("d", "2019-10-01 01:00:00+00", "purchase", "cup", "home.kitchen.cups.red", "2.50", "anna", "'1'");
        visits.add("e", "2019-10-01 01:30:00+00", "purchase", "hat", null, "9.99", "bert", "NULL");
        visits.at("soho");
        visits.add("a", "2019-10-01 01:40:00+00", "view", "hat", "apparel", "9.99", "bert", "'1'");

        assertThat(rows("SELECT hour, sessions, events, views, carts, removals, purchases, revenue FROM events_by_hour"
                        + " ORDER BY hour"))
                .containsExactly(
                        "2019-09-30 23:00:00|1|1|1|0|0|0|0",
                        "2019-10-01 00:00:00|1|2|0|1|1|0|0",
                        "2019-10-01 01:00:00|2|3|1|0|0|2|12.4900");
        assertThat(rows("SELECT day, sessions, users, events, revenue FROM events_by_day ORDER BY day"))
                .containsExactly("2019-09-30|1|1|1|0", "2019-10-01|2|2|5|12.4900");
        assertThat(rows("SELECT product_id, sessions, users, views, purchases, revenue FROM events_by_product"
                        + " ORDER BY product_id"))
                .containsExactly("cup|1|1|1|1|2.5000", "hat|2|2|1|1|9.9900");
        assertThat(rows("SELECT category_1, category_2, category_3, events, revenue FROM events_by_category"
                        + " ORDER BY category_1"))
                .containsExactly("apparel|null|null|2|0", "home|kitchen|cups|3|2.5000", "null|null|null|1|9.9900");
    }

    @Test
    void explainEveryColumn() throws SQLException {
        assertThat(rows("""
                SELECT c.relname || '.' || a.attname
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0
                  AND c.relname <> 'flyway_schema_history' AND col_description(c.oid, a.attnum) IS NULL""")).isEmpty();
    }
}
