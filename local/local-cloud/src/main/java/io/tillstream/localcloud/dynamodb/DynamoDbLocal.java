package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.dynamodb.launcher.Launcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * AWS's DynamoDB Local as a child process with its tables on disk. What it has acknowledged survives a {@code kill -9}
 * of everything; the child ends when this process does, however that comes about.
 */
public final class DynamoDbLocal implements AutoCloseable {

    private static final int STOP_SECONDS = 10;
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final URI endpoint;

    private DynamoDbLocal(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts it and waits until it takes requests.
     *
     * @param libraries the folder with DynamoDB Local and all it needs
     * @param data where its tables lie
     */
    public static DynamoDbLocal start(Path libraries, Path data) {
        try {
            requireLibraries(libraries);
            Files.createDirectories(data);
            ChildRecord child = new ChildRecord(data.resolve("child"));
            child.endLeftOver();
            return launch(new ChildCommand(libraries, data), child, ATTEMPTS);
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB Local cannot be started", e);
        }
    }

    /** Another process may take the port before the child does, which is then tried with another one. */
    private static DynamoDbLocal launch(ChildCommand command, ChildRecord child, int attempts) throws IOException {
        try {
            return launch(command, child);
        } catch (IOException failure) {
            if (attempts == 1) {
                throw failure;
            }
            return launch(command, child, attempts - 1);
        }
    }

    private static DynamoDbLocal launch(ChildCommand command, ChildRecord child) throws IOException {
        int port = freePort();
        Process process = command.start(port);
        child.write(process.toHandle());
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        awaitReady(output, process, command.log());
        drain(output);
        return new DynamoDbLocal(process, URI.create("http://127.0.0.1:" + port));
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The child process, for tests that want to see it die. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(BufferedReader output, Process process, Path log) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(Launcher.READY)) {
            line = output.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("DynamoDB Local ended while starting; " + log + " says why");
        }
    }

    private static void drain(BufferedReader output) {
        Thread.ofVirtual().name("dynamodb-output").start(() -> {
            try {
                while (output.readLine() != null) {
                    // A full pipe would stop the child; what matters goes to its log.
                }
            } catch (IOException e) {
                // The child has ended.
            }
        });
    }

    private static void requireLibraries(Path libraries) throws IOException {
        try (var jars = Files.newDirectoryStream(libraries, "DynamoDBLocal-*.jar")) {
            if (jars.iterator().hasNext()) {
                return;
            }
        } catch (IOException e) {
            throw new IOException(libraries + ", the folder of DynamoDB Local's jars, cannot be read", e);
        }
        throw new IOException(libraries + " holds no DynamoDB Local");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
