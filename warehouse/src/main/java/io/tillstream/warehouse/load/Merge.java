package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings what of staging is new to the warehouse, and counts it on the way. */
final class Merge {

    private final Connection connection;
    private final Instant at;

    Merge(Connection connection, Instant at) {
        this.connection = connection;
        this.at = at;
    }

    /** How many lines of each object were new. Staging is gone then. */
    Map<Integer, Long> run(List<Staged> staged) throws SQLException {
        execute(LoadStatements.CREATE_INCOMING);
        execute(LoadStatements.LEAVE_OUT_KNOWN);
        Map<Integer, Long> merged = countByObject();
        expect("took", merged.values().stream().mapToLong(Long::longValue).sum(), insert());
        reconcile(staged);
        execute(LoadStatements.DROP_INCOMING);
        execute(LoadStatements.DROP_STAGING);
        return merged;
    }

    private Map<Integer, Long> countByObject() throws SQLException {
        Map<Integer, Long> byObject = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(LoadStatements.MERGED_BY_OBJECT)) {
            while (counts.next()) {
                byObject.put(counts.getInt(1), counts.getLong(2));
            }
        }
        return byObject;
    }

    private long insert() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LoadStatements.INSERT)) {
            statement.setString(1, at.toString());
            return statement.executeLargeUpdate();
        }
    }

    /** What was read, what lies in staging, and what the warehouse holds of it have to be the same. */
    private void reconcile(List<Staged> staged) throws SQLException {
        long expected = staged.stream().mapToLong(Staged::staged).sum();
        expect("staged", expected, count(LoadStatements.COUNT_STAGING));
        expect("holds", expected, count(LoadStatements.COUNT_FOUND));
    }

    private static void expect(String what, long expected, long counted) {
        if (counted != expected) {
            throw new LoadMismatchException("Of " + expected + " good lines the warehouse " + what + " " + counted);
        }
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
