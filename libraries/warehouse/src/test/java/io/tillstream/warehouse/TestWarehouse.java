package io.tillstream.warehouse;

import io.tillstream.localcloud.postgres.Database;
import io.tillstream.localcloud.postgres.Postgres;
import io.tillstream.warehouse.schema.Dialect;
import io.tillstream.warehouse.schema.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with the schema, one for all tests of a run; it ends with the process. */
public final class TestWarehouse {

    private static final DataSource WAREHOUSE = start();

    private TestWarehouse() {}

    public static DataSource dataSource() {
        return WAREHOUSE;
    }

    /** Leaves the tables, and nothing in them. */
    public static void empty() throws SQLException {
        execute("TRUNCATE sales_line, voided_line, shop_event, load_history, load_failure, load_mark");
    }

    public static void execute(String sql) throws SQLException {
        try (Connection connection = WAREHOUSE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows as text, their values parted by bars. */
    public static List<String> rows(String query) throws SQLException {
        try (Connection connection = WAREHOUSE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    private static DataSource start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "warehouse");
            Postgres postgres = Postgres.start(
                    new Database(0, "warehouse", "tillstream", "tillstream"),
                    folder.resolve("data"),
                    Path.of("target", "postgres-programs"));
            PGSimpleDataSource warehouse = new PGSimpleDataSource();
            warehouse.setUrl(postgres.jdbcUrl());
            warehouse.setUser("tillstream");
            warehouse.setPassword("tillstream");
            Migrations.apply(warehouse, Dialect.POSTGRESQL);
            return warehouse;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
