package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLState;

/**
 * Copies objects straight into their table on PostgreSQL, whose key tells whether a line is new. Lines that are
 * all new are written once then, where staging would write them twice.
 */
final class StraightCopy {

    /** Others wait for the turn of who has stopped giving objects. */
    private static final String BOUND_IDLENESS = "SET LOCAL idle_in_transaction_session_timeout = '1min'";

    private final ObjectCopy copies;
    private final String table;

    StraightCopy(ObjectCopy copies, String table) {
        this.copies = copies;
        this.table = table;
    }

    void begin(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(BOUND_IDLENESS);
        }
    }

    /** Empty when a line of the object is not new; nothing of it is in the table then. */
    Optional<Staged> copy(Connection transaction, LoadObject object, Instant at) throws SQLException {
        Savepoint before = transaction.setSavepoint();
        try {
            Staged copied = copies.copy(transaction, object, table, new OtherColumns.LoadedAt(at));
            transaction.releaseSavepoint(before);
            return Optional.of(copied);
        } catch (SQLException refused) {
            throwUnlessKnown(refused);
            transaction.rollback(before);
            return Optional.empty();
        }
    }

    /** Whether all of the lines were new; if not, the caller has to go back to a savepoint. */
    boolean copy(Connection transaction, List<FeedLine> lines, Instant at) throws SQLException {
        try {
            copies.copy(transaction, lines, table, new OtherColumns.LoadedAt(at));
            return true;
        } catch (SQLException refused) {
            throwUnlessKnown(refused);
            return false;
        }
    }

    private static void throwUnlessKnown(SQLException refused) throws SQLException {
        if (!PSQLState.UNIQUE_VIOLATION.getState().equals(refused.getSQLState())) {
            throw refused;
        }
    }
}
