package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A load whose objects are given as they are made. None of it has happened unless it is finished. For one thread at a
 * time.
 */
public final class OpenLoad implements AutoCloseable {

    private final String loadId;
    private final Connection connection;
    private final LoadTransaction transaction;

    OpenLoad(String loadId, Connection connection, Route route, Instant at) throws SQLException {
        connection.setAutoCommit(false);
        this.loadId = loadId;
        this.connection = connection;
        this.transaction = new LoadTransaction(connection, route, loadId, at);
    }

    /** Takes objects that lie there, each given once; those in the ledger are skipped. */
    public void add(List<LoadObject> objects) {
        transaction.add(objects);
    }

    /** Keeps this mark if the load is finished. */
    public void reach(LoadMark mark) {
        transaction.reach(mark);
    }

    /**
     * Whether lines may be given before the object that they go into lies there; if so, the load has its turn from here
     * on, and loses it when nothing is given for a minute.
     *
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public boolean takesLines() {
        try {
            return transaction.takesLines();
        } catch (SQLException failure) {
            throw takenBack(loadId, failure);
        }
    }

    /**
     * Loads lines that go into an object. All of one object's come before those of the next.
     *
     * @param object what it goes by until it lies there
     * @throws LoadMismatchException when the counts do not agree
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public void addLines(int object, List<FeedLine> lines) {
        try {
            transaction.addLines(object, lines);
        } catch (SQLException failure) {
            throw takenBack(loadId, failure);
        }
    }

    /**
     * Takes an object that lies there by now, whether or not its lines were given before.
     *
     * @param number what it went by
     * @param lines how many lines it holds
     * @throws LoadMismatchException when other lines were given than it holds
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public void add(int number, LoadObject object, long lines) {
        try {
            transaction.add(number, object, lines);
        } catch (SQLException failure) {
            throw takenBack(loadId, failure);
        }
    }

    /**
     * Loads what is still to be loaded, and commits.
     *
     * @throws LoadMismatchException when the counts do not agree
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public LoadReport finish() {
        try {
            LoadReport report = transaction.finish();
            connection.commit();
            return report;
        } catch (SQLException failure) {
            throw takenBack(loadId, failure);
        }
    }

    static WarehouseUnavailableException takenBack(String loadId, SQLException failure) {
        return new WarehouseUnavailableException("Load " + loadId + " was rolled back", failure);
    }

    /** Rolls back what is not finished. A connection that is broken cannot even do that, and its server has done it. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException broken) {
            // The server has taken it back already.
        }
    }
}
