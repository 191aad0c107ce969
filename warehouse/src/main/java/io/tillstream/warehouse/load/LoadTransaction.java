package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One load, from taking its turn to its ledger; the caller commits. */
final class LoadTransaction {

    private final Connection connection;
    private final Staging staging;
    private final Ledger ledger;
    private final String loadId;
    private final Instant at;

    LoadTransaction(Connection connection, Staging staging, String loadId, Instant at) {
        this.connection = connection;
        this.staging = staging;
        this.ledger = new Ledger(connection, at);
        this.loadId = loadId;
        this.at = at;
    }

    LoadReport run(List<LoadObject> manifest) throws SQLException {
        execute(LoadStatements.TAKE_TURN);
        List<LoadObject> pending = ledger.notLoadedAmong(manifest);
        if (pending.isEmpty()) {
            return new LoadReport(loadId, List.of(), List.of(), manifest.size());
        }
        List<Staged> staged = staging.fill(connection, pending);
        Map<Integer, Long> merged = merge();
        LoadReport report = report(pending, staged, merged, manifest.size() - pending.size());
        reconcile(report);
        execute(LoadStatements.DROP_INCOMING);
        execute(LoadStatements.DROP_STAGING);
        ledger.write(report);
        return report;
    }

    /** How many lines of each object were new. */
    private Map<Integer, Long> merge() throws SQLException {
        execute(LoadStatements.CREATE_INCOMING);
        execute(LoadStatements.LEAVE_OUT_KNOWN);
        Map<Integer, Long> byObject = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(LoadStatements.MERGED_BY_OBJECT)) {
            while (counts.next()) {
                byObject.put(counts.getInt(1), counts.getLong(2));
            }
        }
        long incoming = byObject.values().stream().mapToLong(Long::longValue).sum();
        long merged = insert();
        if (merged != incoming) {
            throw new LoadMismatchException("Of " + incoming + " new lines the warehouse took " + merged);
        }
        return byObject;
    }

    private long insert() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LoadStatements.INSERT)) {
            statement.setString(1, at.toString());
            return statement.executeLargeUpdate();
        }
    }

    private LoadReport report(List<LoadObject> objects, List<Staged> staged, Map<Integer, Long> merged, int skipped) {
        List<ObjectReport> loaded = new ArrayList<>();
        List<FailedObject> failed = new ArrayList<>();
        for (int number = 0; number < objects.size(); number++) {
            LoadObject object = objects.get(number);
            switch (staged.get(number)) {
                case Staged.Whole whole -> {
                    long isNew = merged.getOrDefault(number, 0L);
                    loaded.add(new ObjectReport(object, whole.rows(), isNew, whole.staged() - isNew, whole.rejected()));
                }
                case Staged.Broken broken -> failed.add(new FailedObject(object, broken.reason()));
            }
        }
        return new LoadReport(loadId, loaded, failed, skipped);
    }

    /** What was read, what lies in staging, and what the warehouse holds of it have to be the same. */
    private void reconcile(LoadReport report) throws SQLException {
        long expected = report.rows() - report.rejected();
        expect("staging holds", expected, count(LoadStatements.COUNT_STAGING));
        expect("the warehouse holds", expected, count(LoadStatements.COUNT_FOUND));
    }

    private void expect(String what, long expected, long counted) {
        if (counted != expected) {
            throw new LoadMismatchException(
                    "Load " + loadId + " read " + expected + " good lines, but " + what + " " + counted + " of them");
        }
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
