package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Fills staging through PostgreSQL's COPY protocol. */
final class PostgresStaging implements Staging {

    private static final String CREATE = """
            CREATE TEMP TABLE staging (
                object_no integer, row_no bigint, invoice_no text, stock_code text, line_id text, description text,
                quantity bigint, invoice_date timestamp, unit_price numeric, line_total numeric, customer_id text,
                country text, kind text, store_id text, attributes jsonb)""";

    private static final String COPY = "COPY staging (object_no, row_no, " + Columns.NAMES + ") FROM STDIN";

    private final ObjectReader reader;

    PostgresStaging(ObjectReader reader) {
        this.reader = reader;
    }

    @Override
    public List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(CREATE);
        }
        List<Staged> staged = new ArrayList<>();
        for (LoadObject object : objects) {
            staged.add(copy(transaction, staged.size(), object));
        }
        try (Statement statement = transaction.createStatement()) {
            statement.execute("ANALYZE staging");
        }
        return staged;
    }

    /** What a damaged object has left in staging goes again. */
    private Staged copy(Connection transaction, int number, LoadObject object) throws SQLException {
        Savepoint before = transaction.setSavepoint();
        CopyManager copies = transaction.unwrap(PGConnection.class).getCopyAPI();
        CopyIn copy = copies.copyIn(COPY);
        try {
            CopyRows rows = new CopyRows(copy, number);
            Staged staged = reader.read(object, rows::add);
            rows.flush();
            copy.endCopy();
            if (staged instanceof Staged.Broken) {
                transaction.rollback(before);
            }
            transaction.releaseSavepoint(before);
            return staged;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
