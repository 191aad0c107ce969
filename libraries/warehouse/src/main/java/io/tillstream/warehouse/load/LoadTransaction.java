package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One load, from taking its turn to writing its history; the caller commits. */
final class LoadTransaction {

    private final Connection connection;
    private final Route route;
    private final Optional<LinesAhead> ahead;
    private final LoadHistory history;
    private final String loadId;
    private final Instant at;

    private final List<LoadObject> toRead = new ArrayList<>();
    private final List<LoadObject> notNew = new ArrayList<>();
    private final List<ObjectReport> loaded = new ArrayList<>();
    private final List<FeedLine> voids = new ArrayList<>();
    private final List<FailedObject> failed = new ArrayList<>();
    private @Nullable LoadMark mark;
    private int given;
    private boolean hasTurn;

    LoadTransaction(Connection connection, Route route, String loadId, Instant at) {
        this.connection = connection;
        this.route = route;
        this.ahead = route.straight().map(straight -> new LinesAhead(connection, straight, at));
        this.history = new LoadHistory(connection, at);
        this.loadId = loadId;
        this.at = at;
    }

    boolean takesLines() throws SQLException {
        if (route.straight().isPresent()) {
            takeTurn();
            route.straight().get().begin(connection);
        }
        return ahead.isPresent();
    }

    void addLines(int object, List<FeedLine> lines) throws SQLException {
        ahead.orElseThrow().add(object, lines);
    }

    void add(int number, LoadObject object, long lines) throws SQLException {
        switch (ahead.map(some -> some.end(number)).orElseGet(LinesAhead.Copied.None::new)) {
            case LinesAhead.Copied.None none -> add(List.of(object));
            case LinesAhead.Copied.Refused refused -> {
                given++;
                notNew.add(object);
            }
            case LinesAhead.Copied.All all -> {
                given++;
                requireSame(object, lines, all.lines());
                tell(object, new Staged.Whole(lines, lines), new Merge.Counts(lines, 0));
            }
        }
    }

    private void requireSame(LoadObject object, long lines, long copied) throws SQLException {
        if (lines != copied) {
            throw new LoadMismatchException(
                    object.uri() + " holds " + lines + " lines, of which " + copied + " arrived");
        }
        if (history.notLoadedAmong(List.of(object)).isEmpty()) {
            throw new LoadMismatchException(object.uri() + " was loaded before, but its lines were new");
        }
    }

    void add(List<LoadObject> objects) {
        given += objects.size();
        toRead.addAll(objects);
    }

    void reach(LoadMark reached) {
        mark = reached;
    }

    LoadReport finish() throws SQLException {
        if (ahead.isPresent() && ahead.get().isOpen()) {
            throw new LoadMismatchException("Load " + loadId + " holds lines of an object that has not arrived");
        }
        takeTurn();
        List<LoadObject> pending = history.notLoadedAmong(toRead);
        if (route.straight().isPresent()) {
            copy(pending, route.straight().get());
        } else {
            notNew.addAll(pending);
        }
        List<LoadObject> unknown = history.notLoadedAmong(notNew);
        if (!unknown.isEmpty()) {
            stage(unknown);
        }
        takeOutVoids();
        LoadReport report = new LoadReport(loadId, loaded, failed, given - loaded.size() - failed.size());
        history.write(report);
        if (mark != null) {
            LoadMarks.write(connection, mark);
        }
        return report;
    }

    private void takeOutVoids() throws SQLException {
        LineTable table = route.feed().table();
        LineTable.Voids keptIn = table.voids();
        if (keptIn != null) {
            VoidedLines voided = new VoidedLines(connection, table, keptIn, at);
            voided.add(voids);
            voided.takeOut();
        }
    }

    private void takeTurn() throws SQLException {
        if (!hasTurn) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LoadStatements.takeTurn(route.feed().turn()));
            }
            hasTurn = true;
        }
    }

    private void copy(List<LoadObject> objects, StraightCopy straight) throws SQLException {
        for (LoadObject object : objects) {
            Optional<Staged> copied = straight.copy(connection, object, at);
            copied.ifPresentOrElse(
                    whole -> tell(object, whole, new Merge.Counts(whole.staged(), 0)), () -> notNew.add(object));
        }
    }

    private void stage(List<LoadObject> objects) throws SQLException {
        List<Staged> staged = route.staging().fill(connection, objects);
        Merge merge = new Merge(connection, route.statements(), at, new VersionConflicts(connection, route, objects));
        List<Merge.Counts> counts = merge.merge(staged);
        for (int number = 0; number < objects.size(); number++) {
            tell(objects.get(number), staged.get(number), counts.get(number));
        }
    }

    private void tell(LoadObject object, Staged staged, Merge.Counts counts) {
        switch (staged) {
            case Staged.Whole whole -> {
                voids.addAll(whole.voids());
                loaded.add(new ObjectReport(
                        object,
                        whole.rows(),
                        counts.merged() + whole.voids().size(),
                        whole.staged() - counts.merged() - counts.conflicting(),
                        counts.conflicting(),
                        whole.rejected()));
            }
            case Staged.Broken broken -> failed.add(new FailedObject(object, broken.reason()));
        }
    }
}
