package io.tillstream.localcloud.postgres;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresIT {

    private static final Database DATABASE = new Database(0, "warehouse", "owner", "secret");
    private static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "local-cloud");

    @TempDir
    private Path folder;

    @Test
    void startsOnceTheProcessesOfAKilledServerAreGone() throws Exception {
        Postgres killed = start();
        try (Connection session = connect(killed)) {
            long backend = processOf(session);
            signal("-STOP", backend);
            ProcessHandle server =
                    PostmasterPid.in(data()).flatMap(PostmasterPid::process).orElseThrow();
            server.destroyForcibly();
            await().atMost(ONE_MINUTE).until(() -> !server.isAlive());

            CompletableFuture<Postgres> next = supplyAsync(this::start);
            try {
                await().atMost(ONE_MINUTE).until(() -> log().contains("still in use"));
            } finally {
                signal("-CONT", backend);
            }

            try (Postgres restarted = next.get(60, TimeUnit.SECONDS);
                    Connection again = connect(restarted)) {
                assertThat(again.isValid(5)).isTrue();
            }
        } finally {
            killed.close();
        }
    }

    private Postgres start() {
        try {
            return Postgres.start(DATABASE, folder, PROGRAMS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(Postgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), DATABASE.user(), DATABASE.password());
    }

    private static long processOf(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void signal(String signal, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String log() throws IOException {
        Path log = folder.resolve("postgres.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
