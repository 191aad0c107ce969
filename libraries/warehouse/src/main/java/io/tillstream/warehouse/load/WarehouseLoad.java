package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Loads objects into the warehouse, each line once by its identity, however often it comes.
 *
 * <p>A load is one transaction. It reads its objects, keeps what cannot be loaded as rejected, merges the rest,
 * compares what was read with what the warehouse then holds, and writes a row of {@code load_history} for each object.
 * Unless all of that succeeds the warehouse is as before, and the objects are to be loaded again. An object in the
 * ledger is not loaded again. Concurrent loads take turns.
 */
public final class WarehouseLoad {

    private final DataSource warehouse;
    private final Route route;
    private final Clock clock = Clock.systemUTC();

    private WarehouseLoad(DataSource warehouse, Route route) {
        this.warehouse = warehouse;
        this.route = route;
    }

    /** Into PostgreSQL: the lines are read here and streamed to its COPY. */
    public static WarehouseLoad intoPostgres(
            FeedTable feed, DataSource warehouse, ObjectContents contents, RejectedLines rejected) {
        return new WarehouseLoad(warehouse, Route.ofPostgres(feed, new ObjectReader(contents, rejected)));
    }

    /** Into Redshift: the lines are read and checked here, and copied from a staging area on S3. */
    public static WarehouseLoad intoRedshift(
            FeedTable feed,
            DataSource warehouse,
            ObjectContents contents,
            RejectedLines rejected,
            StagingArea area,
            RedshiftAccess access) {
        return new WarehouseLoad(warehouse, Route.ofRedshift(feed, new ObjectReader(contents, rejected), area, access));
    }

    /**
     * Loads what of the manifest is not in the ledger yet.
     *
     * @throws LoadMismatchException when the counts do not agree
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public LoadReport load(List<LoadObject> manifest) {
        try (OpenLoad load = open()) {
            load.add(manifest);
            return load.finish();
        }
    }

    /**
     * The same, and keeps how far the source of these objects is loaded then.
     *
     * @throws LoadMismatchException when the counts do not agree
     * @throws WarehouseUnavailableException when the warehouse failed; the same load may be tried again
     */
    public LoadReport load(List<LoadObject> manifest, LoadMark mark) {
        try (OpenLoad load = open()) {
            load.add(manifest);
            load.reach(mark);
            return load.finish();
        }
    }

    /**
     * How far a source is loaded; empty when nothing of it is.
     *
     * @throws WarehouseUnavailableException when the warehouse failed
     */
    public Optional<LoadMark> mark(String source) {
        return ask(connection -> LoadMarks.find(connection, source));
    }

    /**
     * Those of the objects that are not in the ledger.
     *
     * @throws WarehouseUnavailableException when the warehouse failed
     */
    public List<LoadObject> notLoadedAmong(List<LoadObject> objects) {
        return ask(connection -> new LoadHistory(connection, clock.instant()).notLoadedAmong(objects));
    }

    private <T> T ask(LedgerRead<T> answer) {
        try (Connection connection = warehouse.getConnection()) {
            return answer.of(connection);
        } catch (SQLException failure) {
            throw new WarehouseUnavailableException("The ledger could not be read", failure);
        }
    }

    /**
     * Begins a load whose objects are yet to come.
     *
     * @throws WarehouseUnavailableException when the warehouse cannot be reached
     */
    public OpenLoad open() {
        String loadId = UUID.randomUUID().toString();
        try {
            return new OpenLoad(loadId, warehouse.getConnection(), route, clock.instant());
        } catch (SQLException failure) {
            throw OpenLoad.takenBack(loadId, failure);
        }
    }

    /** What is asked of the ledger outside of a load. */
    @FunctionalInterface
    private interface LedgerRead<T> {
        T of(Connection connection) throws SQLException;
    }
}
