package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides between versions of a line: the one that comes first by {@link LineVersion} is in the warehouse in the end,
 * whatever was loaded first, and the other one is kept as rejected. Lines whose versions say the same are no matter.
 */
final class VersionConflicts {

    private static final String LOADED_COUNTS = "the warehouse has another version of this line, and that one counts";
    private static final String DELIVERED_COUNTS =
            "this version of the line was in the warehouse, and the one at this place counts";
    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final LoadStatements statements;
    private final FeedTable feed;
    private final Staging staging;
    private final RejectedLines rejected;
    private final List<LoadObject> objects;
    private final StoredRow stored;
    private final Digest128 digest = new Digest128();

    /** @param objects by their numbers in staging */
    VersionConflicts(Connection connection, Route route, List<LoadObject> objects) {
        this.connection = connection;
        this.statements = route.statements();
        this.feed = route.feed();
        this.staging = route.staging();
        this.rejected = route.rejected();
        this.objects = objects;
        this.stored = new StoredRow(feed.table(), feed.wireForm());
    }

    /** Takes those lines out of the warehouse whose place goes to one of incoming; how many, by its object. */
    Map<Integer, Long> replaceLater() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery(statements.countKnown())) {
            known.next();
            long differing = known.getLong(1);
            if (known.getLong(2) > 0) {
                execute(statements.keepEarlierTime());
            }
            return differing == 0 ? Map.of() : replace(replaced());
        }
    }

    private List<Place> replaced() throws SQLException {
        List<Place> places = new ArrayList<>();
        forEach(statements.differing(staging.attributesOf(feed.table().name())), (place, version, line, letters) -> {
            if (version.compareTo(LineVersion.of(line, feed.hashing(), digest).toString()) < 0) {
                places.add(place);
                letters.add(letter(place, line, DELIVERED_COUNTS));
            }
        });
        return places;
    }

    private Map<Integer, Long> replace(List<Place> places) throws SQLException {
        execute(LoadStatements.CREATE_REPLACED);
        try (PreparedStatement insert = connection.prepareStatement(LoadStatements.ADD_REPLACED);
                Statement delete = connection.createStatement()) {
            for (Place place : places) {
                insert.setInt(1, place.object());
                insert.setLong(2, place.row());
                insert.addBatch();
            }
            insert.executeBatch();
            Merge.expect("let go of", places.size(), delete.executeLargeUpdate(statements.deleteReplaced()));
        }
        execute(LoadStatements.DROP_REPLACED);
        return byObject(places);
    }

    /** Keeps the lines of staging that do not count; how many, by their object. */
    Map<Integer, Long> setAside(long expected) throws SQLException {
        List<Place> places = new ArrayList<>();
        forEach(statements.notCounting(staging.attributesOf("staging")), (place, version, line, letters) -> {
            places.add(place);
            letters.add(letter(place, line, LOADED_COUNTS));
        });
        Merge.expect("set aside", expected, places.size());
        return byObject(places);
    }

    private void forEach(String query, VersionSink sink) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            List<RejectedLine> letters = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    Place place = new Place(rows.getInt(1), rows.getLong(2));
                    keepUnlessOf(place, letters);
                    sink.take(place, rows.getString(3), stored.lineOf(rows, 3), letters);
                }
            }
            keep(letters);
        }
    }

    private RejectedLine letter(Place place, FeedLine line, String reason) {
        return new RejectedLine(
                objects.get(place.object()), place.row(), feed.wireForm().encode(line), reason);
    }

    /** What is kept together is of one object, and not too much. */
    private void keepUnlessOf(Place next, List<RejectedLine> letters) {
        if (!letters.isEmpty()
                && (letters.size() == ROWS_AT_ONCE
                        || !letters.getFirst().object().equals(objects.get(next.object())))) {
            keep(letters);
        }
    }

    private void keep(List<RejectedLine> letters) {
        if (!letters.isEmpty()) {
            rejected.keep(letters.getFirst().object(), List.copyOf(letters));
            letters.clear();
        }
    }

    private static Map<Integer, Long> byObject(List<Place> places) {
        Map<Integer, Long> counts = new HashMap<>();
        places.forEach(place -> counts.merge(place.object(), 1L, Long::sum));
        return counts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Of a line in staging. */
    private record Place(int object, long row) {}

    /** Takes the rows of a query. */
    @FunctionalInterface
    private interface VersionSink {
        void take(Place place, String version, FeedLine line, List<RejectedLine> letters);
    }
}
