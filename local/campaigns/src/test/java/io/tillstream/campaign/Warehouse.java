package io.tillstream.campaign;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.postgres.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A warehouse into which a loader of its own loads what Firehose has delivered, once nothing is struck any more. */
final class Warehouse implements AutoCloseable {

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(2);
    private static final String LOGIN = "tillstream";

    /** Nothing of it is used but its PostgreSQL. */
    private final LocalCloud database;

    private final ChildProcess loader;

    private Warehouse(LocalCloud database, ChildProcess loader) {
        this.database = database;
        this.loader = loader;
    }

    static Warehouse start(Plan plan, Cloud cloud, Path logs) {
        LocalCloud database = LocalCloud.builder()
                .port(0)
                .warehouse(new Database(0, "warehouse", LOGIN, LOGIN))
                .start();
        String url = database.warehouseUrl().orElseThrow();
        return new Warehouse(
                database, ChildProcess.start("loader", logs, Settings.loader(cloud.endpoint(), url, LOGIN, plan)));
    }

    /** Every row of a feed, once there are so many; or those that there are, when that takes too long. */
    List<Found> rows(Traffic traffic, int expected) {
        loader.address();
        Waiting.within(LONGEST_LOAD, () -> json(traffic).size() >= expected);
        return json(traffic).stream()
                .map(row -> traffic.found(Json.read(row), Naming.SNAKE_CASE, "warehouse", ""))
                .toList();
    }

    private List<String> json(Traffic traffic) {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database.warehouseUrl().orElseThrow(), LOGIN, LOGIN);
                ResultSet found = connection.createStatement().executeQuery(traffic.warehouseQuery())) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        loader.close();
        database.close();
    }
}
