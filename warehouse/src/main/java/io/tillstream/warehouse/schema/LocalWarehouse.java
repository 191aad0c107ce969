package io.tillstream.warehouse.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The warehouse of a suite on this machine, which is the one that everybody looks for unless told of another.
 *
 * <p>Each of its logins may do what it is for: the loader owns the tables, query-service and people read them, BI reads
 * the views. None of them is an administrator, and all have the same well-known password: whoever is on this machine may
 * use them.
 */
public final class LocalWarehouse {

    public static final String URL = "jdbc:postgresql://localhost:5439/warehouse";

    /** For people: reads tables and views. */
    public static final String USERNAME = "tillstream";

    public static final String LOADER = "tillstream_loader";
    public static final String QUERY = "tillstream_query";
    public static final String BI = "tillstream_bi";
    public static final String PASSWORD = "tillstream";

    private static final String CREATE = """
            DO $$BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '<login>') THEN
                    CREATE ROLE <login> LOGIN PASSWORD '<password>';
                END IF;
            END$$""";

    /** What a version of the suite made that knew one login only belongs to that. */
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

    /** Creates those logins that are missing, and makes the loader the owner of all that is there. */
    public static void createLogins(String url, String administrator, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, administrator, password);
                Statement statement = connection.createStatement()) {
            for (String login : List.of(USERNAME, LOADER, QUERY, BI)) {
                statement.execute(CREATE.replace("<login>", login).replace("<password>", PASSWORD));
            }
            statement.execute(HAND_OVER.replace("<login>", LOADER));
        }
    }
}
