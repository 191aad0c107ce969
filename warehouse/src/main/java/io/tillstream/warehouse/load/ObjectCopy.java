package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends the good lines of one object through one COPY of PostgreSQL. */
final class ObjectCopy {

    private final ObjectReader reader;

    ObjectCopy(ObjectReader reader) {
        this.reader = reader;
    }

    /**
     * What a damaged object has left in the table goes again; what is left when this fails is gone once the caller rolls
     * back.
     *
     * @param table has the columns of a line and the others
     */
    Staged copy(Connection transaction, LoadObject object, String table, OtherColumns others) throws SQLException {
        Savepoint before = transaction.setSavepoint();
        CopyIn copy = transaction
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY %s (%s, %s) FROM STDIN (FORMAT binary)".formatted(table, Columns.NAMES, others.names()));
        try {
            CopyRows rows = new CopyRows(copy, others);
            Staged read = reader.read(object, rows::add);
            rows.finish();
            long copied = copy.endCopy();
            switch (read) {
                case Staged.Whole whole -> expect(whole.staged(), copied, object);
                case Staged.Broken broken -> transaction.rollback(before);
            }
            transaction.releaseSavepoint(before);
            return read;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void expect(long lines, long copied, LoadObject object) {
        if (lines != copied) {
            throw new LoadMismatchException(
                    "Of " + lines + " good lines of " + object.uri() + " the warehouse took " + copied);
        }
    }
}
