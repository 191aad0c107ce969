package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.postgres.Database;
import io.tillstream.localcloud.postgres.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsCommandIT {

    private static final List<String> EVERYBODY =
            List.of("administrator", "tillstream", "tillstream_loader", "tillstream_query", "tillstream_bi");

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void letsEverybodyInByThePasswordOfItsFolder() throws IOException, SQLException {
        assertThat(run("make-passwords")).isZero();
        try (Postgres postgres = postgres(shown("administrator"))) {
            for (int start = 0; start < 2; start++) {
                assertThat(run("create", "--warehouse", postgres.jdbcUrl())).isZero();
            }
            assertThat(EVERYBODY.stream().map(this::shown)).doesNotHaveDuplicates();
            for (String login : EVERYBODY) {
                try (Connection in = DriverManager.getConnection(postgres.jdbcUrl(), login, shown(login))) {
                    assertThat(in.isValid(1)).isTrue();
                }
            }
            String before = shown("tillstream_bi");
            Files.delete(folder.resolve("passwords").resolve("tillstream_bi").resolve("password"));
            assertThat(run("make-passwords")).isZero();
            assertThat(run("create", "--warehouse", postgres.jdbcUrl())).isZero();
            assertThat(shown("tillstream_bi")).isNotEqualTo(before);
            DriverManager.getConnection(postgres.jdbcUrl(), "tillstream_bi", shown("tillstream_bi"))
                    .close();
        }
    }

    @Test
    void saysWhyTheWarehouseHasNoLogins() throws IOException {
        assertThat(run("create", "--warehouse", "jdbc:postgresql://127.0.0.1:1/warehouse"))
                .isEqualTo(1);
        assertThat(errors.toString()).startsWith("bootstrap: ").contains("no password of tillstream");

        assertThat(run("make-passwords")).isZero();
        errors.getBuffer().setLength(0);
        assertThat(run("create", "--warehouse", "jdbc:postgresql://127.0.0.1:1/warehouse"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("127.0.0.1:1", "docs/operate/containers.md");
    }

    @Test
    void makesAPasswordForWhomItIsToldOnly() {
        assertThat(run("make-passwords", "grafana")).isZero();
        assertThat(shown("grafana")).hasSizeGreaterThan(30);
        assertThat(run("show", "tillstream")).isEqualTo(1);
    }

    @Test
    void asksWhatToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("make-passwords");
    }

    private Postgres postgres(String password) throws IOException {
        return Postgres.start(
                new Database(0, "warehouse", "administrator", password),
                Files.createTempDirectory(Path.of("target"), "logins").resolve("data"),
                Path.of("target", "postgres-programs"));
    }

    private String shown(String login) {
        output.getBuffer().setLength(0);
        assertThat(run("show", login)).isZero();
        return output.toString().strip();
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("logins", "--passwords=" + folder.resolve("passwords")), Stream.of(arguments))
                .toArray(String[]::new);
        return BootstrapCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(all);
    }
}
