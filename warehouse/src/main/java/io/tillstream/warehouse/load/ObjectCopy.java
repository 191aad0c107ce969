package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.LongFunction;
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
     * @param into the table and its columns, those of a line first
     * @param others the text of the other columns, by the number of the line
     */
    Staged copy(Connection transaction, LoadObject object, String into, LongFunction<String> others)
            throws SQLException {
        Savepoint before = transaction.setSavepoint();
        CopyIn copy = transaction.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
        try {
            CopyRows rows = new CopyRows(copy, others);
            Staged read = reader.read(object, rows::add);
            rows.flush();
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
