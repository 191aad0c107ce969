package io.tillstream.warehouse.load;

import io.tillstream.model.identity.Digest128;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills staging through PostgreSQL's COPY protocol. */
final class PostgresStaging implements Staging {

    static final String CREATE = """
            CREATE TEMP TABLE staging (
                object_no integer, row_no bigint, version text, invoice_no text, stock_code text, line_id text,
                description text, quantity bigint, invoice_date timestamp, unit_price numeric, line_total numeric, customer_id text,
                country text, kind text, store_id text, received_at timestamptz, attributes jsonb)""";

    private static final String TABLE = "staging";

    private final ObjectCopy copies;

    PostgresStaging(ObjectCopy copies) {
        this.copies = copies;
    }

    @Override
    public List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException {
        execute(transaction, CREATE);
        Digest128 digest = new Digest128();
        List<Staged> staged = new ArrayList<>();
        for (LoadObject object : objects) {
            int objectNumber = staged.size();
            staged.add(copies.copy(transaction, object, TABLE, new OtherColumns.Place(objectNumber, digest)));
        }
        execute(transaction, "ANALYZE staging");
        return staged;
    }

    @Override
    public String attributesOf(String table) {
        return "CAST(" + table + ".attributes AS text)";
    }

    private static void execute(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
