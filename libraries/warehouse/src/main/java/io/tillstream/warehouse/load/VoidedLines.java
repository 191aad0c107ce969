package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/** Remembers which lines of a table are void, and takes them out of it whenever they have come. */
final class VoidedLines {

    private final Connection connection;
    private final LineTable table;
    private final LineTable.Voids voided;
    private final VoidStatements statements;
    private final String at;

    VoidedLines(Connection connection, LineTable table, LineTable.Voids voided, Instant at) {
        this.connection = connection;
        this.table = table;
        this.voided = voided;
        this.statements = new VoidStatements(table, voided.table());
        this.at = at.toString();
    }

    /** Remembers what voids lines, where nothing has voided them before. */
    void add(List<FeedLine> voids) throws SQLException {
        for (FeedLine line : voids) {
            if (!isVoid(line)) {
                add(line);
            }
        }
    }

    /** Takes out what is void, of this load and of earlier ones. The caller has the turn. */
    void takeOut() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement.executeQuery(statements.any()))) {
                statement.executeUpdate(statements.delete());
            }
        }
    }

    private boolean isVoid(FeedLine line) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(statements.isVoid())) {
            setKey(query, line);
            return isTrue(query.executeQuery());
        }
    }

    private void add(FeedLine line) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statements.add())) {
            int key = setKey(insert, line);
            insert.setString(key + 1, voided.reason().apply(line));
            insert.setString(key + 2, voided.by().apply(line));
            insert.setString(key + 3, line.receivedAt().toString());
            insert.setString(key + 4, at);
            insert.executeUpdate();
        }
    }

    /** Returns how many columns it has. */
    private int setKey(PreparedStatement statement, FeedLine line) throws SQLException {
        int place = 0;
        for (String column : table.key()) {
            statement.setString(
                    ++place, ((LineColumn.Text) table.column(column)).value().apply(line));
        }
        return place;
    }

    private static boolean isTrue(ResultSet count) throws SQLException {
        try (count) {
            count.next();
            return count.getLong(1) > 0;
        }
    }
}
