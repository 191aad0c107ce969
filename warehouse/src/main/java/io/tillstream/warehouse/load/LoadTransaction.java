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
import java.util.Optional;

/** One load, from taking its turn to its ledger; the caller commits. */
final class LoadTransaction {

    private final Connection connection;
    private final Route route;
    private final Ledger ledger;
    private final String loadId;
    private final Instant at;

    private final List<LoadObject> forStaging = new ArrayList<>();
    private final List<ObjectReport> loaded = new ArrayList<>();
    private final List<FailedObject> failed = new ArrayList<>();
    private int given;
    private boolean hasTurn;

    LoadTransaction(Connection connection, Route route, String loadId, Instant at) {
        this.connection = connection;
        this.route = route;
        this.ledger = new Ledger(connection, at);
        this.loadId = loadId;
        this.at = at;
    }

    void add(List<LoadObject> objects) throws SQLException {
        given += objects.size();
        if (route.straight().isPresent()) {
            copy(objects, route.straight().get());
        } else {
            forStaging.addAll(objects);
        }
    }

    private void copy(List<LoadObject> objects, StraightCopy straight) throws SQLException {
        if (!hasTurn) {
            takeTurn();
            straight.begin(connection);
        }
        for (LoadObject object : ledger.notLoadedAmong(objects)) {
            Optional<Staged> copied = straight.copy(connection, object, at);
            copied.ifPresentOrElse(whole -> tell(object, whole, whole.staged()), () -> forStaging.add(object));
        }
    }

    LoadReport finish() throws SQLException {
        if (!forStaging.isEmpty() && !hasTurn) {
            takeTurn();
        }
        List<LoadObject> pending = ledger.notLoadedAmong(forStaging);
        if (!pending.isEmpty()) {
            stage(pending);
        }
        LoadReport report = new LoadReport(loadId, loaded, failed, given - loaded.size() - failed.size());
        ledger.write(report);
        return report;
    }

    private void takeTurn() throws SQLException {
        execute(LoadStatements.TAKE_TURN);
        hasTurn = true;
    }

    private void stage(List<LoadObject> objects) throws SQLException {
        List<Staged> staged = route.staging().fill(connection, objects);
        Map<Integer, Long> merged = merge();
        for (int number = 0; number < objects.size(); number++) {
            tell(objects.get(number), staged.get(number), merged.getOrDefault(number, 0L));
        }
        reconcile(staged);
        execute(LoadStatements.DROP_INCOMING);
        execute(LoadStatements.DROP_STAGING);
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

    private void tell(LoadObject object, Staged staged, long merged) {
        switch (staged) {
            case Staged.Whole whole ->
                loaded.add(new ObjectReport(object, whole.rows(), merged, whole.staged() - merged, whole.rejected()));
            case Staged.Broken broken -> failed.add(new FailedObject(object, broken.reason()));
        }
    }

    /** What was read, what lies in staging, and what the warehouse holds of it have to be the same. */
    private void reconcile(List<Staged> staged) throws SQLException {
        long expected = staged.stream().mapToLong(Staged::staged).sum();
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
