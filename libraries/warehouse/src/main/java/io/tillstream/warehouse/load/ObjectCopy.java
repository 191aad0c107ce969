package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends lines through one COPY of PostgreSQL: the good ones of an object, or some that are at hand. */
final class ObjectCopy {

    private final ObjectReader reader;
    private final CopyColumns columns;
    private final String names;

    ObjectCopy(ObjectReader reader, LineTable table) {
        this.reader = reader;
        this.columns = new CopyColumns(table);
        this.names = TableColumns.names(table);
    }

    /**
     * What a damaged object has left in the table goes again; what is left when this fails is gone once the caller rolls
     * back.
     *
     * @param table has the columns of a line and the others
     */
    Staged copy(Connection transaction, LoadObject object, String table, OtherColumns others) throws SQLException {
        Savepoint before = transaction.setSavepoint();
        CopyIn copy = begin(transaction, table, others);
        try {
            CopyRows rows = new CopyRows(copy, columns, others);
            Staged read = reader.read(object, rows::add);
            rows.finish();
            long copied = copy.endCopy();
            switch (read) {
                case Staged.Whole whole -> expect(whole.staged(), copied, object.uri());
                case Staged.Broken broken -> transaction.rollback(before);
            }
            transaction.releaseSavepoint(before);
            return read;
        } finally {
            end(copy);
        }
    }

    /** Sends lines that are at hand. */
    void copy(Connection transaction, List<FeedLine> lines, String table, OtherColumns others) throws SQLException {
        CopyIn copy = begin(transaction, table, others);
        try {
            CopyRows rows = new CopyRows(copy, columns, others);
            long number = 0;
            for (FeedLine line : lines) {
                rows.add(++number, line);
            }
            rows.finish();
            expect(lines.size(), copy.endCopy(), "a file");
        } finally {
            end(copy);
        }
    }

    private CopyIn begin(Connection transaction, String table, OtherColumns others) throws SQLException {
        return transaction.unwrap(PGConnection.class).getCopyAPI().copyIn(statement(table, others));
    }

    String statement(String table, OtherColumns others) {
        return "COPY %s (%s, %s) FROM STDIN (FORMAT binary)".formatted(table, names, others.names());
    }

    private static void end(CopyIn copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private static void expect(long lines, long copied, String origin) {
        if (lines != copied) {
            throw new LoadMismatchException(
                    "Of " + lines + " good lines of " + origin + " the warehouse took " + copied);
        }
    }
}
