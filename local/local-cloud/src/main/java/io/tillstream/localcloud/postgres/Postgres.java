package io.tillstream.localcloud.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server as a child process, with one database. What it has committed survives a {@code kill -9} of
 * everything; it is stopped when this process ends, however that comes about.
 */
public final class Postgres implements AutoCloseable {

    private static final int STOP_SECONDS = 70;
    private static final int ATTEMPTS_AFTER_CRASH = 40;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Process guard;
    private final String jdbcUrl;

    private Postgres(Process guard, String jdbcUrl) {
        this.guard = guard;
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * Starts it, and waits until it takes connections.
     *
     * @param folder where its data lie
     * @param cache where its programs are unpacked to
     * @throws BindException when someone else has the port
     */
    public static Postgres start(Database database, Path folder, Path cache) throws IOException {
        Files.createDirectories(folder);
        Path root = folder.toAbsolutePath().normalize();
        PostgresBinaries binaries = PostgresBinaries.in(cache);
        Account account = Account.forData(root, binaries);
        account.letThrough(root.resolveSibling(""));
        Cluster cluster = new Cluster(binaries, account, root);
        int attempts = cluster.endedUncleanly() ? ATTEMPTS_AFTER_CRASH : 1;
        if (cluster.exists()) {
            cluster.stopLeftOver();
        } else {
            cluster.create(database.user(), database.password());
        }
        int port = freePort(database.port());
        Process guard = serve(cluster, port, attempts);
        createDatabase(database, port);
        return new Postgres(guard, jdbcUrl(port, database.name()));
    }

    /**
     * Serves, at the latest once the processes of a server that was killed are gone: they end by themselves, a moment
     * after it, and until then PostgreSQL does not start.
     */
    private static Process serve(Cluster cluster, int port, int attempts) throws IOException {
        for (int attempt = 1; attempt < attempts; attempt++) {
            Process guard = cluster.serve(port);
            if (isReady(guard)) {
                return guard;
            }
            pause();
        }
        Process guard = cluster.serve(port);
        if (!isReady(guard)) {
            throw new IOException("PostgreSQL ended while starting: " + cluster.lastWords());
        }
        return guard;
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            guard.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the server takes connections, or has ended. */
    private static boolean isReady(Process guard) throws IOException {
        return "ready".equals(guard.inputReader(StandardCharsets.UTF_8).readLine());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while starting PostgreSQL");
        }
    }

    private static void createDatabase(Database database, int port) throws IOException {
        String url = jdbcUrl(port, "postgres");
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password())) {
            if (!exists(connection, database.name())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE \"" + database.name() + "\"");
                }
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not let " + database.user() + " in at " + url, e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static String jdbcUrl(int port, String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        }
    }
}
