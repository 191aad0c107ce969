package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.Bodies;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service in a heap that holds what it promises to hold, and not what clients would like it to. */
final class HeapIT {

    private static final String HEAP = "-Xmx256m";

    /** Together they are larger than the heap. */
    private static final int LARGE_BODIES = 12;

    private static final int ENDLESS_BODIES = 2;
    private static final int BOMBS = 4;

    /** What becomes of a client that does not stop sending. */
    private static final int CUT_OFF = -1;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Process server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapServer.class.getName())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(SmallHeapServer.READY)) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
        port = Integer.parseInt(line.substring(SmallHeapServer.READY.length()));
        Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.getOutputStream().close();
        assertThat(server.waitFor(Duration.ofSeconds(30))).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    @Test
    void holdsUnderManyLargeBodiesAtATime() throws Exception {
        byte[] large = largeBody();
        byte[] bomb = Bodies.bomb(1_024);
        CountDownLatch nearTheEnd = new CountDownLatch(LARGE_BODIES);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < LARGE_BODIES; i++) {
            answers.add(send(BodyPublishers.ofInputStream(() -> new Gated(large, nearTheEnd)), "identity"));
        }
        for (int i = 0; i < ENDLESS_BODIES; i++) {
            answers.add(send(BodyPublishers.ofInputStream(EndlessRows::new), "identity"));
        }
        for (int i = 0; i < BOMBS; i++) {
            answers.add(send(BodyPublishers.ofByteArray(bomb), "gzip"));
        }
        List<Integer> statuses = answers.stream().map(HeapIT::status).toList();
        assertThat(statuses.subList(0, LARGE_BODIES)).contains(202).isSubsetOf(202, 503);
        assertThat(statuses.subList(LARGE_BODIES, statuses.size())).isSubsetOf(413, 503, CUT_OFF);
        assertThat(send(BodyPublishers.ofByteArray(large), "identity").join().statusCode())
                .isEqualTo(202);
    }

    private CompletableFuture<HttpResponse<String>> send(BodyPublisher body, String coding) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/transactions"))
                .timeout(Duration.ofMinutes(4))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", coding)
                .POST(body)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private static int status(CompletableFuture<HttpResponse<String>> answer) {
        return answer.handle((response, failure) -> failure == null ? response.statusCode() : CUT_OFF)
                .join();
    }

    private static byte[] largeBody() {
        String row = ROW.replace("WHITE HANGING HEART T-LIGHT HOLDER", "x".repeat(1_000));
        return String.join("\n", Collections.nCopies(20_000, row)).getBytes(UTF_8);
    }

    /** A body whose last bytes wait until all of them have come that far. */
    private static final class Gated extends ByteArrayInputStream {

        private final CountDownLatch gate;
        private boolean reached;

        Gated(byte[] body, CountDownLatch gate) {
            super(body);
            this.gate = gate;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            if (!reached && available() < 100_000) {
                reached = true;
                gate.countDown();
                awaitOthers();
            }
            return super.read(buffer, offset, length);
        }

        private void awaitOthers() {
            try {
                assertThat(gate.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted at the gate", e);
            }
        }
    }

    /** A body that never ends, of rows as large as they may be, so that their bytes are too many before they are. */
    private static final class EndlessRows extends InputStream {

        private static final byte[] ROW_AND_BLANKS = (ROW + " ".repeat(4_000) + "\n").getBytes(UTF_8);

        private ByteArrayInputStream row = new ByteArrayInputStream(new byte[0]);

        @Override
        public int read() {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (row.available() == 0) {
                row = new ByteArrayInputStream(ROW_AND_BLANKS);
            }
            return row.read(buffer, offset, length);
        }
    }
}
