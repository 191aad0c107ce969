package io.tillstream.warehouse.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The warehouse on this machine, in a suite or in containers; the default of all programs.
 *
 * <p>Each of its logins may do what it is for: the loader owns the tables, query-service and people read them, BI reads
 * the views. None of them is an administrator.
 */
public final class LocalWarehouse {

    public static final String URL = "jdbc:postgresql://localhost:5439/warehouse";

    /** Who creates the others, and does nothing else. */
    public static final String ADMINISTRATOR = "administrator";

    /** For people: reads tables and views. */
    public static final String USERNAME = "tillstream";

    public static final String LOADER = "tillstream_loader";
    public static final String QUERY = "tillstream_query";
    public static final String BI = "tillstream_bi";

    /** All but the administrator. */
    public static final List<String> LOGINS = List.of(USERNAME, LOADER, QUERY, BI);

    private static final String CREATE = """
            DO $$BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '<login>') THEN
                    CREATE ROLE <login> LOGIN;
                END IF;
            END$$""";

    /** What a version made that knew one login only belongs to that. */
    private static final String HAND_OVER = """
            DO $$DECLARE relation record;
            BEGIN
                ALTER SCHEMA public OWNER TO <login>;
                FOR relation IN SELECT relname FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
                      AND relowner <> '<login>'::regrole
                LOOP
                    EXECUTE format('ALTER TABLE public.%I OWNER TO <login>', relation.relname);
                END LOOP;
            END$$""";

    private LocalWarehouse() {}

    /**
     * Creates those logins that are missing, gives each its password, and makes the loader the owner of all that is
     * there.
     *
     * @param passwords the password of each of the {@link #LOGINS}
     */
    public static void createLogins(String url, String administrator, String password, Map<String, String> passwords)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, administrator, password);
                Statement statement = connection.createStatement()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            for (String login : LOGINS) {
                String given = passwords.get(login);
                if (given == null) {
                    throw new IllegalArgumentException("There is no password for " + login);
                }
                statement.execute(CREATE.replace("<login>", login));
                // Sent as what the server keeps of it, so that no log of statements shows it.
                postgres.alterUserPassword(login, given.toCharArray(), "scram-sha-256");
            }
            statement.execute(HAND_OVER.replace("<login>", LOADER));
        }
    }
}
