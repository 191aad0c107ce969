package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code load_mark}. */
final class LoadMarks {

    private LoadMarks() {}

    static Optional<LoadMark> find(Connection connection, String source) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LedgerStatements.FIND_MARK)) {
            query.setString(1, source);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(markOf(source, rows)) : Optional.empty();
            }
        }
    }

    private static LoadMark markOf(String source, ResultSet row) throws SQLException {
        @Nullable Timestamp sweptAt = row.getTimestamp(2);
        return new LoadMark(source, row.getTimestamp(1).toInstant(), sweptAt == null ? null : sweptAt.toInstant());
    }

    static void write(Connection connection, LoadMark mark) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(LedgerStatements.FORGET_MARK);
                PreparedStatement record = connection.prepareStatement(LedgerStatements.RECORD_MARK)) {
            forget.setString(1, mark.source());
            forget.executeUpdate();
            record.setString(1, mark.source());
            record.setString(2, mark.reached().toString());
            record.setString(3, mark.sweptAt() == null ? null : mark.sweptAt().toString());
            record.executeUpdate();
        }
    }
}
