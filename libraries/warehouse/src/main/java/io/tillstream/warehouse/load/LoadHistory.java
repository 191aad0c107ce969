package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;

/** What has been loaded, in the warehouse itself: it is true exactly when the lines are there. */
final class LoadHistory {

    /** Few enough for every driver's limit of parameters. */
    private static final int KEYS_A_QUERY = 500;

    private static final int LONGEST_REASON = 1_000;

    private final Connection connection;
    private final String at;

    LoadHistory(Connection connection, Instant at) {
        this.connection = connection;
        this.at = at.toString();
    }

    List<LoadObject> notLoadedAmong(List<LoadObject> objects) throws SQLException {
        Set<List<String>> loaded = new HashSet<>();
        for (List<LoadObject> some :
                objects.stream().gather(Gatherers.windowFixed(KEYS_A_QUERY)).toList()) {
            addLoaded(some, loaded);
        }
        return objects.stream()
                .distinct()
                .filter(object -> !loaded.contains(List.of(object.uri(), object.etag())))
                .toList();
    }

    private void addLoaded(List<LoadObject> objects, Set<List<String>> loaded) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(objects.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(LedgerStatements.LOADED_BEFORE.formatted(marks))) {
            for (int i = 0; i < objects.size(); i++) {
                query.setString(i + 1, objects.get(i).uri());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    loaded.add(List.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
    }

    void write(LoadReport report) throws SQLException {
        writeLoaded(report);
        for (FailedObject failed : report.failed()) {
            writeFailed(failed);
        }
    }

    private void writeLoaded(LoadReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LedgerStatements.RECORD_LOADED);
                PreparedStatement forget = connection.prepareStatement(LedgerStatements.FORGET_FAILURE)) {
            for (ObjectReport loaded : report.loaded()) {
                insert.setString(1, loaded.object().uri());
                insert.setString(2, loaded.object().etag());
                insert.setString(3, report.loadId());
                insert.setLong(4, loaded.rows());
                insert.setLong(5, loaded.merged());
                insert.setLong(6, loaded.alreadyThere());
                insert.setLong(7, loaded.conflicting());
                insert.setLong(8, loaded.rejected());
                insert.setString(9, at);
                insert.addBatch();
                forget.setString(1, loaded.object().uri());
                forget.addBatch();
            }
            insert.executeBatch();
            forget.executeBatch();
        }
    }

    private void writeFailed(FailedObject failed) throws SQLException {
        String reason = failed.reason().substring(0, Math.min(failed.reason().length(), LONGEST_REASON));
        String uri = failed.object().uri();
        String etag = failed.object().etag();
        if (record(LedgerStatements.RECORD_REPEATED_FAILURE, at, reason, uri, etag) == 0) {
            record(LedgerStatements.RECORD_FIRST_FAILURE, at, at, reason, uri, etag);
        }
    }

    private int record(String statement, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
