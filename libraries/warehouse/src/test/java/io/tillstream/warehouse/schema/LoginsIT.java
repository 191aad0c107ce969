package io.tillstream.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.postgres.Database;
import io.tillstream.localcloud.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Each login of the warehouse may do what it is for. */
class LoginsIT {

    private static final String FORBIDDEN = "42501";

    private static Postgres postgres;

    /** Everything belongs to the administrator first, as where there was one login only. */
    @BeforeAll
    static void start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target"), "logins");
        postgres = Postgres.start(
                new Database(0, "warehouse", "administrator", "secret"),
                folder.resolve("data"),
                Path.of("target", "postgres-programs"));
        Migrations.apply(as("administrator", "secret"), Dialect.POSTGRESQL);
        LocalWarehouse.createLogins(postgres.jdbcUrl(), "administrator", "secret", passwords("earlier"));
        for (int start = 0; start < 2; start++) {
            LocalWarehouse.createLogins(postgres.jdbcUrl(), "administrator", "secret", passwords("password"));
            Migrations.apply(as(LocalWarehouse.LOADER), Dialect.POSTGRESQL);
            ReadRights.grant(
                    as(LocalWarehouse.LOADER),
                    List.of(LocalWarehouse.USERNAME, LocalWarehouse.QUERY),
                    List.of(LocalWarehouse.BI));
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void eachHasThePasswordThatItWasGivenLast() {
        for (String login : LocalWarehouse.LOGINS) {
            assertThatThrownBy(() -> answer(login, "earlier of " + login, "SELECT 1"))
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> answer(login, "password", "SELECT 1")).hasMessageContaining("password");
        }
    }

    @Test
    void noneGoesWithoutAPassword() {
        assertThatThrownBy(() -> LocalWarehouse.createLogins(postgres.jdbcUrl(), "administrator", "secret", Map.of()))
                .hasMessageContaining("no password for tillstream");
    }

    @Test
    void noneIsAnAdministrator() throws SQLException {
        assertThat(answer(
                        "administrator",
                        "secret",
                        "SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE rolcanlogin AND NOT"
                                + " rolsuper AND NOT rolcreaterole AND NOT rolcreatedb"))
                .isEqualTo("tillstream,tillstream_bi,tillstream_loader,tillstream_query");
    }

    @Test
    void theLoaderWritesAndMigrates() throws SQLException {
        execute(LocalWarehouse.LOADER, "INSERT INTO load_history VALUES ('o', 'e', 'l', 0, 0, 0, 0, now())");
        execute(LocalWarehouse.LOADER, "CREATE VIEW anew AS SELECT 1 AS one");
        assertThatThrownBy(() -> answer(LocalWarehouse.BI, "SELECT one FROM anew"))
                .isInstanceOf(SQLException.class);
        ReadRights.grant(as(LocalWarehouse.LOADER), List.of(), List.of(LocalWarehouse.BI));
        assertThat(answer(LocalWarehouse.BI, "SELECT one FROM anew")).isEqualTo("1");
        execute(LocalWarehouse.LOADER, "DROP VIEW anew");
    }

    @Test
    void queryServiceAndPeopleReadAndDoNotWrite() throws SQLException {
        for (String reader : List.of(LocalWarehouse.QUERY, LocalWarehouse.USERNAME)) {
            assertThat(answer(reader, "SELECT count(*) FROM sales_line")).isEqualTo("0");
            assertThat(answer(reader, "SELECT count(*) FROM sales_by_day")).isEqualTo("0");
            assertThat(answer(reader, "SELECT count(*) FROM shop_event")).isEqualTo("0");
            assertForbidden(reader, "DELETE FROM sales_line");
            assertForbidden(reader, "DELETE FROM shop_event");
            assertForbidden(reader, "INSERT INTO load_mark VALUES ('x', now(), NULL)");
            assertForbidden(reader, "CREATE TABLE mine (a int)");
            assertForbidden(reader, "CREATE ROLE mine");
        }
    }

    @Test
    void biReadsViewsOnly() throws SQLException {
        assertThat(answer(LocalWarehouse.BI, "SELECT count(*) FROM customer_rfm"))
                .isEqualTo("0");
        assertForbidden(LocalWarehouse.BI, "SELECT count(*) FROM sales_line");
        assertThat(answer(LocalWarehouse.BI, "SELECT count(*) FROM shop_event_detail"))
                .isEqualTo("0");
        assertForbidden(LocalWarehouse.BI, "SELECT count(*) FROM shop_event");
        assertForbidden(LocalWarehouse.BI, "SELECT count(*) FROM load_history");
        assertForbidden(LocalWarehouse.BI, "CREATE TABLE mine (a int)");
    }

    @Test
    void aLoginThatDoesNotExistIsTold() {
        assertThatThrownBy(() -> ReadRights.grant(as(LocalWarehouse.LOADER), List.of("nobody"), List.of()))
                .hasMessageContaining("nobody");
    }

    private static void assertForbidden(String login, String sql) {
        assertThatThrownBy(() -> execute(login, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(FORBIDDEN));
    }

    private static void execute(String login, String sql) throws SQLException {
        try (Connection connection = as(login).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(String login, String sql) throws SQLException {
        return answer(login, passwordOf(login), sql);
    }

    private static String answer(String login, String password, String sql) throws SQLException {
        try (Connection connection = as(login, password).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Map<String, String> passwords(String kind) {
        return LocalWarehouse.LOGINS.stream().collect(Collectors.toMap(login -> login, login -> kind + " of " + login));
    }

    private static String passwordOf(String login) {
        return "password of " + login;
    }

    private static DataSource as(String login) {
        return as(login, passwordOf(login));
    }

    private static DataSource as(String login, String password) {
        PGSimpleDataSource warehouse = new PGSimpleDataSource();
        warehouse.setUrl(postgres.jdbcUrl());
        warehouse.setUser(login);
        warehouse.setPassword(password);
        return warehouse;
    }
}
