package io.tillstream.warehouse.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lets logins that exist read the warehouse. Done by the owner of its tables, which is who loads it, after each
 * migration: what a migration makes anew has no rights.
 */
public final class ReadRights {

    private static final String LACKING = """
            SELECT name
            FROM (SELECT schemaname, CAST(viewname AS varchar(128)) AS name, 1 AS is_view FROM pg_views
                  UNION ALL
                  SELECT schemaname, CAST(tablename AS varchar(128)), 0 FROM pg_tables) relations
            WHERE schemaname = 'public' AND is_view >= ?
              AND NOT has_table_privilege(?, schemaname || '.' || name, 'SELECT')""";

    private static final int TABLES_AND_VIEWS = 0;
    private static final int VIEWS = 1;

    private ReadRights() {}

    /**
     * Grants the rights that are missing, if any.
     *
     * @param readers logins that may read tables and views
     * @param viewers logins that may read views only
     */
    public static void grant(DataSource asOwner, List<String> readers, List<String> viewers) throws SQLException {
        try (Connection connection = asOwner.getConnection()) {
            connection.setAutoCommit(false);
            for (String reader : readers) {
                grant(connection, reader, TABLES_AND_VIEWS);
            }
            for (String viewer : viewers) {
                grant(connection, viewer, VIEWS);
            }
            connection.commit();
        }
    }

    private static void grant(Connection connection, String login, int kind) throws SQLException {
        if (lacking(connection, login, kind).isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // PostgreSQL fails two that grant on one table at the same time.
            statement.execute("LOCK TABLE load_turn");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + quoted(login));
            for (String relation : lacking(connection, login, kind)) {
                statement.execute("GRANT SELECT ON public." + quoted(relation) + " TO " + quoted(login));
            }
        }
    }

    private static List<String> lacking(Connection connection, String login, int kind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LACKING)) {
            query.setInt(1, kind);
            query.setString(2, login);
            List<String> relations = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    relations.add(rows.getString(1));
                }
            }
            return relations;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
