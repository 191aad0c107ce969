package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills staging through PostgreSQL's COPY protocol. */
final class PostgresStaging implements Staging {

    private static final String CREATE = """
            CREATE TEMP TABLE staging (
                object_no integer, row_no bigint, invoice_no text, stock_code text, line_id text, description text,
                quantity bigint, invoice_date timestamp, unit_price numeric, line_total numeric, customer_id text,
                country text, kind text, store_id text, attributes jsonb)""";

    private static final String TABLE = "staging";

    private final ObjectCopy copies;

    PostgresStaging(ObjectCopy copies) {
        this.copies = copies;
    }

    @Override
    public List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException {
        execute(transaction, CREATE);
        List<Staged> staged = new ArrayList<>();
        for (LoadObject object : objects) {
            int objectNumber = staged.size();
            staged.add(copies.copy(transaction, object, TABLE, new OtherColumns.Place(objectNumber)));
        }
        execute(transaction, "ANALYZE staging");
        return staged;
    }

    private static void execute(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
