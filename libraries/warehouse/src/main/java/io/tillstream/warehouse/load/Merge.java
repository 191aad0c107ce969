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
import java.util.stream.IntStream;

/**
 * Moves the lines of staging that are new, or that come before what the warehouse has, to the warehouse, and counts
 * them.
 */
final class Merge {

    private final Connection connection;
    private final LoadStatements statements;
    private final Instant at;
    private final VersionConflicts versions;

    Merge(Connection connection, LoadStatements statements, Instant at, VersionConflicts versions) {
        this.connection = connection;
        this.statements = statements;
        this.at = at;
        this.versions = versions;
    }

    /** The result for the lines of each object, in their order. Staging is gone then. */
    List<Counts> merge(List<Staged> staged) throws SQLException {
        execute(statements.createIncoming());
        Map<Integer, Long> replacing = versions.replaceLater();
        execute(statements.leaveOutKnown());
        Map<Integer, Long> taken = takenByObject();
        expect("took", taken.values().stream().mapToLong(Long::longValue).sum(), insert());
        Map<Integer, Long> notCounting = reconcile(staged);
        execute(LoadStatements.DROP_INCOMING);
        execute(LoadStatements.DROP_STAGING);
        return IntStream.range(0, staged.size())
                .mapToObj(number -> {
                    long replaced = replacing.getOrDefault(number, 0L);
                    return new Counts(
                            taken.getOrDefault(number, 0L) - replaced, replaced + notCounting.getOrDefault(number, 0L));
                })
                .toList();
    }

    private Map<Integer, Long> takenByObject() throws SQLException {
        Map<Integer, Long> byObject = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(LoadStatements.TAKEN_BY_OBJECT)) {
            while (counts.next()) {
                byObject.put(counts.getInt(1), counts.getLong(2));
            }
        }
        return byObject;
    }

    private long insert() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements.insert())) {
            statement.setString(1, at.toString());
            return statement.executeLargeUpdate();
        }
    }

    /**
     * What was read, what lies in staging, and what the warehouse holds of it have to be the same.
     *
     * @return how many lines of each object say something else than what the warehouse holds; they are set aside
     */
    private Map<Integer, Long> reconcile(List<Staged> staged) throws SQLException {
        long expected = staged.stream().mapToLong(Staged::staged).sum();
        try (Statement statement = connection.createStatement()) {
            expect("staged", expected, count(statement, LoadStatements.COUNT_STAGING));
            ResultSet found = statement.executeQuery(statements.countFound());
            found.next();
            expect("holds", expected, found.getLong(1));
            return found.getLong(2) == 0 ? Map.of() : versions.setAside(found.getLong(2));
        }
    }

    static void expect(String what, long expected, long counted) {
        if (counted != expected) {
            throw new LoadMismatchException("Of " + expected + " good lines the warehouse " + what + " " + counted);
        }
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Of the good lines of an object.
     *
     * @param merged those that were new
     * @param conflicting those of which there was another version, whichever of the two counts
     */
    record Counts(long merged, long conflicting) {}
}
