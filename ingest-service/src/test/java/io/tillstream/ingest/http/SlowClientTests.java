package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send or read slowly, or not at all. */
final class SlowClientTests {

    private static final String HEAD = """
            POST /transactions?detail=lines HTTP/1.1\r
            Host: x\r
            Content-Type: application/x-ndjson\r
            Idempotency-Key: k\r
            """;

    /** More than what is awaited before a body is read. */
    private static final String BEGINNING = " ".repeat(20_000);

    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = IngestServer.start("--server.tomcat.connection-timeout=400ms", "--tillstream.ingest.max-requests=2");
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void endsARequestWhoseBodyStops() throws IOException {
        try (Socket client = connect(server)) {
            client.getOutputStream().write((HEAD + "Content-Length: 1000\r\n\r\n{").getBytes(ISO_8859_1));
            assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 408")
                    .contains("problem:body-too-slow", "Connection: close");
        }
    }

    @Test
    void endsARequestWhoseBodyGoesOnForever() throws IOException {
        try (IngestServer impatient = IngestServer.start("--tillstream.ingest.max-body-time=300ms");
                Socket client = connect(impatient)) {
            OutputStream body = client.getOutputStream();
            body.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
            // One byte a packet: never silent for long, and far from any bound of bytes when the time is over.
            await().atMost(Duration.ofSeconds(20))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isOver(client));
        }
    }

    @Test
    void letsGoOfAnAnswerThatIsNotRead() throws IOException {
        String body = "{}\n".repeat(20_000);
        try (Socket client = connect(server)) {
            client.getOutputStream()
                    .write((HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1));
            await().atMost(Duration.ofSeconds(20)).until(() -> rejectedRows() >= 20_000);
            await().atMost(Duration.ofSeconds(20)).until(() -> held() == 0);
            // What did arrive must not look like a whole answer.
            assertThat(readUntilBroken(client)).startsWith("HTTP/1.1 422").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void refusesMoreBodiesAtATimeThanItMayRead() throws IOException {
        try (Socket first = connect(server);
                Socket second = connect(server);
                Socket third = connect(server)) {
            for (Socket client : new Socket[] {first, second, third}) {
                client.getOutputStream()
                        .write((HEAD + "Content-Length: 100000\r\n\r\n" + BEGINNING).getBytes(ISO_8859_1));
            }
            String answers = "";
            for (Socket client : new Socket[] {first, second, third}) {
                answers += new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            }
            assertThat(answers).contains("problem:too-many-requests-at-a-time", "Retry-After: 1", "body-too-slow");
        }
    }

    @Test
    void readsOthersWhileManyBodiesDoNotArrive() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (IngestServer patient = IngestServer.start("--tillstream.ingest.max-requests=2")) {
            try {
                for (int i = 0; i < 50; i++) {
                    Socket client = connect(patient);
                    slow.add(client);
                    client.getOutputStream().write((HEAD + "Content-Length: 1000\r\n\r\n{").getBytes(ISO_8859_1));
                }
                for (int i = 0; i < 20; i++) {
                    HttpRequest.Builder request = patient.rows("application/json", Bodies.ROW.getBytes(ISO_8859_1));
                    assertThat(patient.send(request).statusCode()).isEqualTo(202);
                }
            } finally {
                // Before the server, which would wait for them.
                closeAll(slow);
            }
        }
    }

    private static void closeAll(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    /** Sends one more byte, and tells whether the other side has closed the connection. */
    private static boolean isOver(Socket client) throws IOException {
        try {
            client.getOutputStream().write("1\r\n \r\n".getBytes(ISO_8859_1));
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static String readUntilBroken(Socket client) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return answer.toString(ISO_8859_1);
    }

    private static double rejectedRows() {
        return server.bean(MeterRegistry.class)
                .get("tillstream.ingest.rows")
                .tag("outcome", "rejected")
                .counter()
                .count();
    }

    private static double held() {
        return server.bean(MeterRegistry.class)
                .get("tillstream.ingest.in.flight")
                .gauge()
                .value();
    }

    private static Socket connect(IngestServer to) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(1_024);
        client.setSoTimeout(20_000);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to.port()));
        return client;
    }
}
