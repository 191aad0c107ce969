package io.tillstream.localcloud.postgres;

import io.tillstream.localcloud.processes.OwnSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data folder of PostgreSQL's, and the programs that create it, serve it, and stop serving it. */
record Cluster(PostgresBinaries binaries, Account account, Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    // The server detaches itself; the shell, in a session of its own, stays, and stops it when we are gone.
    private static final String GUARD = """
            "$1" start -D "$2" -w -t 300 -s -l "$3" -o "$4" </dev/null >&2 || exit 1
            echo ready
            cat >/dev/null
            "$1" stop -D "$2" -w -t 60 -s -m fast
            """;

    private static final String DRAFT = "new-";

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "localhost",
            "unix_socket_directories", "",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_wal_size", "2GB");

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Why the server ended, as far as its log tells. */
    String lastWords() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log(), StandardCharsets.ISO_8859_1) : List.of();
        return lines.reversed().stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                        .findFirst()
                        .map(line -> line.replaceFirst(".*?(FATAL|PANIC): +", ""))
                        .orElse("its log does not say why")
                + " (see " + log() + ")";
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Whether the last server was not stopped: it may run, or have been killed. */
    boolean endedUncleanly() throws IOException {
        return PostmasterPid.in(data()).isPresent();
    }

    /** Creates the cluster under another name first: one that was being created when the power went is no cluster. */
    void create(String user, String password) throws IOException {
        Folders.deleteWhatCanBe(folder, DRAFT);
        // One of its own, because the programs of a start that was killed may still be writing to theirs.
        Path draft = Files.createTempDirectory(folder, DRAFT);
        Path secret = Files.createTempFile(folder, DRAFT, "");
        try {
            Files.writeString(secret, password);
            account.own(folder);
            String encoding = "--encoding=UTF8";
            String login = "--auth=scram-sha-256";
            String name = "--username=" + user;
            run("initdb", "-D", draft.toString(), name, "--pwfile=" + secret, login, encoding, "--locale=C");
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(draft, data());
    }

    /** Starts the server, and with it the guard whose standard input keeps it running. */
    Process serve(int port) throws IOException {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        return new ProcessBuilder(OwnSession.command(account.command(List.of(
                        "/bin/sh",
                        "-c",
                        GUARD,
                        "sh",
                        binaries.program("pg_ctl"),
                        data().toString(),
                        log().toString(),
                        String.join(" ", options)))))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("pg_ctl.log").toFile()))
                .start();
    }

    /** Ends a server that a start before this one left behind. */
    void stopLeftOver() throws IOException {
        var leftOver = PostmasterPid.in(data()).flatMap(PostmasterPid::process);
        if (leftOver.isPresent()) {
            LOG.info(
                    "Stopping PostgreSQL left behind as process {}",
                    leftOver.get().pid());
            stop(leftOver.get());
        }
    }

    /** It may be ending already, as one that was just killed is. */
    private void stop(ProcessHandle server) throws IOException {
        try {
            run("pg_ctl", "stop", "-D", data().toString(), "-w", "-t", "30", "-s", "-m", "fast");
        } catch (IOException e) {
            if (server.isAlive()) {
                throw e;
            }
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(account.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + program, e);
        }
    }
}
