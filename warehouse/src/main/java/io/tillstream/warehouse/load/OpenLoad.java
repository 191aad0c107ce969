package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A load whose objects are given as they come about. None of it has happened unless it is finished. For one thread at a
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

    /**
     * Takes objects, each given once, and may load some at once; those in the ledger are skipped.
     *
     * @throws LoadMismatchException when the counts do not agree
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public void add(List<LoadObject> objects) {
        try {
            transaction.add(objects);
        } catch (SQLException failure) {
            throw takenBack(loadId, failure);
        }
    }

    /**
     * Loads what is still to be loaded and makes all of it last.
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
        return new WarehouseUnavailableException("Load " + loadId + " was taken back", failure);
    }

    /** Takes back what is not finished. A connection that is broken cannot even do that, and its server has done it. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException broken) {
            // The server has taken it back already.
        }
    }
}
