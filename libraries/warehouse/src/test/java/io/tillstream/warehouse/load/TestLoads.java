package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Loads of a feed into the warehouse of tests, the objects that they read, and what they set aside. */
final class TestLoads {

    final InMemoryObjects objects = new InMemoryObjects();
    final List<RejectedLine> aside = new ArrayList<>();
    private final FeedTable feed;
    private final WarehouseLoad load;

    TestLoads(FeedTable feed) {
        this.feed = feed;
        this.load = WarehouseLoad.intoPostgres(
                feed, TestWarehouse.dataSource(), objects, (object, lines) -> aside.addAll(lines));
    }

    FeedTable feed() {
        return feed;
    }

    OpenLoad open() {
        return load.open();
    }

    LoadReport load(LoadObject... manifest) {
        return load.load(List.of(manifest));
    }

    LoadObject wire(String key, List<? extends FeedLine> lines) {
        return objects.lines(key, feed.wireForm(), lines);
    }

    LoadObject delivered(String key, List<? extends FeedLine> lines) {
        return objects.lines(key, feed.warehouseForm(), lines);
    }

    /** Lines of the wire form as text. */
    String text(List<? extends FeedLine> lines) {
        return InMemoryObjects.text(feed.wireForm(), lines);
    }

    /** What the table holds. */
    List<FeedLine> stored() throws SQLException {
        StoredRow stored = new StoredRow(feed.table(), feed.wireForm());
        String query = "SELECT " + String.join(", ", TableColumns.plain(feed.table()))
                + ", CAST(attributes AS text) FROM " + feed.table().name();
        try (Connection connection = TestWarehouse.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<FeedLine> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(stored.lineOf(rows, 0));
            }
            return lines;
        }
    }

    FeedLine decoded(RejectedLine line) {
        return ((Decoded.Line) feed.wireForm().decode(line.bytes())).line();
    }
}
