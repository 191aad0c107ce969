package io.tillstream.warehouse.analytics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks the warehouse itself, on a connection of its own for each question. */
public final class JdbcAnalytics implements Analytics {

    private static final String NO_SUCH_TABLE = "42P01";

    private final DataSource warehouse;
    private final Duration timeout;

    /**
     * Asks this database.
     *
     * @param timeout how long it may work on an answer, in whole seconds; it is told to stop then
     */
    public JdbcAnalytics(DataSource warehouse, Duration timeout) {
        this.warehouse = warehouse;
        this.timeout = timeout;
    }

    @Override
    public <A> A answer(Question<A> question) {
        Query query = question.query();
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
            bind(query.values(), statement);
            try (ResultSet rows = statement.executeQuery()) {
                return question.read(rows);
            }
        } catch (SQLException failure) {
            throw isOurs(failure.getSQLState())
                    ? new IllegalStateException("The warehouse does not understand a question", failure)
                    : new AnalyticsUnavailableException(failure);
        }
    }

    private static void bind(List<Object> values, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    /** Bad statements and bad values are; that the tables are missing is not: the first load makes them. */
    private static boolean isOurs(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("42")) && !state.equals(NO_SUCH_TABLE);
    }
}
