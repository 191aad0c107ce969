package io.tillstream.query.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.query.QueryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Callers' mistakes, as they come over the wire: one problem detail with a type each, and nothing in the log. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsIT {

    private static final int PATIENCE_MILLIS = 60_000;

    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Status, type, request line, and a header where it matters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400|bad-parameter|GET /analytics/sales?limit=%FF HTTP/1.1|",
                "400|bad-parameter|GET /customers?id=%ED%A0%80 HTTP/1.1|",
                "400|bad-parameter|GET /customers/17850/invoices?limit=ten HTTP/1.1|",
                "400|bad-parameter|GET /analytics/kpis?from=%00 HTTP/1.1|Accept: text/csv",
                "400|bad-parameter|GET /customers HTTP/1.1|",
                "400|bad-request|GET /customers/%ED%A0%80 HTTP/1.1|",
                "400|bad-request|GET /customers/acme%2F42 HTTP/1.1|",
                "400|bad-request|GET /customers/a;b HTTP/1.1|",
                "400|bad-request|GET /invoices/%zz HTTP/1.1|",
                "400|bad-request|GET / HTTP/1.1|Host: second",
                "404|not-found|GET /error HTTP/1.1|Accept: text/html",
                "404|not-found|GET /dashboard/none.js HTTP/1.1|Accept: image/png",
                "405|method-not-allowed|POST /invoices/1 HTTP/1.1|Content-Length: 0",
                "406|not-acceptable|GET /customers/17850 HTTP/1.1|Accept: image/png",
                "416|range-not-satisfiable|GET /dashboard/base.css HTTP/1.1|Range: bytes=999999-",
                "501|not-implemented|POST /invoices/1 HTTP/1.1|Transfer-Encoding: foo",
                "505|http-version-not-supported|GET / HTTP/3.1|",
            })
    void areProblemsWithoutATrace(int status, String type, String line, String header, CapturedOutput log)
            throws IOException {
        String answer = answer(line, header == null ? "" : header + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).containsOnlyOnce("HTTP/1.1 ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"type\":\"urn:tillstream:problem:" + type + "\"", "\"status\":" + status);
        assertThat(log).doesNotContain("\tat ");
    }

    @Test
    void includeATraceRequest() throws IOException {
        assertThat(answer("TRACE /customers/17850 HTTP/1.1", ""))
                .containsPattern("^HTTP/1.1 40[05]")
                .contains("application/problem+json", "urn:tillstream:problem:");
    }

    @Test
    void includeMoreParametersThanTheServerTakes(CapturedOutput log) throws IOException {
        String many = IntStream.range(0, 1_500).mapToObj(i -> "a" + i).collect(Collectors.joining("&"));
        assertThat(answer("GET /analytics/sales?" + many + " HTTP/1.1", ""))
                .startsWith("HTTP/1.1 400")
                .contains("urn:tillstream:problem:bad-parameter");
        assertThat(log).doesNotContain("\tat ");
    }

    private static String answer(String line, String header) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head = line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
