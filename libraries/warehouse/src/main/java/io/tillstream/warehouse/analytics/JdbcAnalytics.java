package io.tillstream.warehouse.analytics;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks the warehouse, on a connection of its own for each question. */
public final class JdbcAnalytics implements Analytics {

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String QUERY_CANCELED = "57014";

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
            throw told(failure);
        }
    }

    /** Whether the warehouse answers at all; the question costs it nothing. */
    public static boolean answers(DataSource warehouse) {
        try (Connection connection = warehouse.getConnection();
                Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery("SELECT 1")) {
            return one.next();
        } catch (SQLException failure) {
            throw told(failure);
        }
    }

    private static RuntimeException told(SQLException failure) {
        if (isOurs(failure.getSQLState())) {
            return new IllegalStateException("The warehouse does not understand a query", failure);
        }
        return isLate(failure) ? new AnalyticsTimeoutException(failure) : new AnalyticsUnavailableException(failure);
    }

    /** Stopped by the server, or by the driver because the server said nothing; a pool without a connection is not. */
    private static boolean isLate(SQLException failure) {
        return QUERY_CANCELED.equals(failure.getSQLState())
                || failure instanceof SQLTimeoutException
                || (!(failure instanceof SQLTransientConnectionException)
                        && failure.getCause() instanceof SocketTimeoutException);
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
