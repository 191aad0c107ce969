package io.tillstream.warehouse.schema;

import static io.tillstream.warehouse.TestWarehouse.execute;
import static io.tillstream.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.layout.FeedName;
import io.tillstream.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that bring the scripts of their tables themselves. */
class FeedScriptsIT {

    private static final FeedName SHELVES = new FeedName("shelves");
    private static final FeedName LABELS = new FeedName("shelf-labels");
    private static final String TABLES = "SELECT tablename FROM pg_tables WHERE tablename LIKE '%shel%' ORDER BY 1";

    @AfterEach
    void dropTables() throws SQLException {
        execute("DROP TABLE IF EXISTS shelf, shelf_turn, shelf_label, schema_history_of_shelves,"
                + " schema_history_of_shelf_labels");
    }

    @Test
    void runsTheScriptsOfEachFeedOnceByVersionsOfItsOwn() throws SQLException {
        List<String> ofTheWarehouse = history("flyway_schema_history");
        apply(SHELVES);
        assertThat(rows(TABLES)).containsExactly("schema_history_of_shelves", "shelf", "shelf_turn");
        apply(LABELS);
        apply(SHELVES);
        assertThat(rows(TABLES))
                .containsExactly(
                        "schema_history_of_shelf_labels",
                        "schema_history_of_shelves",
                        "shelf",
                        "shelf_label",
                        "shelf_turn");
        assertThat(history("schema_history_of_shelves")).containsExactly("0", "1", "2");
        assertThat(history("schema_history_of_shelf_labels")).containsExactly("0", "1");

        Migrations.apply(TestWarehouse.dataSource(), Dialect.POSTGRESQL);
        assertThat(history("flyway_schema_history")).isEqualTo(ofTheWarehouse);
    }

    @Test
    void leavesAFeedAloneThatBringsNone() throws SQLException {
        apply(new FeedName("shelfless"));
        Migrations.apply(TestWarehouse.dataSource(), Dialect.REDSHIFT, SHELVES);
        assertThat(rows(TABLES)).isEmpty();
    }

    @Test
    void letsSeveralStartAtOnce() throws SQLException {
        Stream.generate(() -> CompletableFuture.runAsync(() -> apply(SHELVES)))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(history("schema_history_of_shelves")).containsExactly("0", "1", "2");
    }

    private static void apply(FeedName feed) {
        Migrations.apply(TestWarehouse.dataSource(), Dialect.POSTGRESQL, feed);
    }

    private static List<String> history(String table) throws SQLException {
        return rows("SELECT version FROM " + table + " WHERE success ORDER BY installed_rank");
    }
}
