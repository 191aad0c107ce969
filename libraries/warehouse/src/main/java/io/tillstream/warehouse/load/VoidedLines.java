package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineKey;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers which lines are void, and removes them from the warehouse whenever they are loaded. */
final class VoidedLines {

    private final Connection connection;
    private final String at;

    VoidedLines(Connection connection, Instant at) {
        this.connection = connection;
        this.at = at.toString();
    }

    /** Remembers what voids lines, where nothing has voided them before. */
    void add(List<FeedLine> voids) throws SQLException {
        for (FeedLine next : voids) {
            TransactionLine line = (TransactionLine) next;
            if (!isVoid(line.key())) {
                add(line);
            }
        }
    }

    /** Takes out what is void, of this load and of earlier ones. The caller has the turn. */
    void takeOut() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement.executeQuery(LoadStatements.ANY_VOID))) {
                statement.executeUpdate(LoadStatements.DELETE_VOID);
            }
        }
    }

    private boolean isVoid(LineKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LoadStatements.IS_VOID)) {
            setKey(query, key);
            return isTrue(query.executeQuery());
        }
    }

    private void add(TransactionLine line) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LoadStatements.ADD_VOID)) {
            setKey(insert, line.key());
            insert.setString(5, line.description().orElse(""));
            insert.setString(6, line.voidedBy().orElse(null));
            insert.setString(7, line.receivedAt().toString());
            insert.setString(8, at);
            insert.executeUpdate();
        }
    }

    private static void setKey(PreparedStatement statement, LineKey key) throws SQLException {
        @Nullable String shop = key.storeId().map(StoreId::value).orElse(null);
        statement.setString(1, key.invoiceNo().value());
        statement.setString(2, key.stockCode().value());
        statement.setString(3, key.lineId().value());
        statement.setString(4, shop);
    }

    private static boolean isTrue(ResultSet count) throws SQLException {
        try (count) {
            count.next();
            return count.getLong(1) > 0;
        }
    }
}
