package io.tillstream.attack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Requests that are none: what a scanner, a broken proxy or a smuggler sends. */
final class RawShapes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String END = "\r\nConnection: close\r\n\r\n";

    /** For every server, whatever it takes. */
    private static final List<String> ANYWHERE = List.of(
            "GET / HTTP/1.1\r\nHost: a b" + END,
            "GET / HTTP/1.1\r\nHost: \u00ff" + END,
            "GET / HTTP/1.1\r\nHost: evil.example" + END,
            "GET / HTTP/1.1\r\nX: y" + END,
            "GET /\u00ff HTTP/1.1\r\nHost: localhost" + END,
            "GET /[] HTTP/1.1\r\nHost: localhost" + END,
            "GET /a/../../b HTTP/1.1\r\nHost: localhost" + END,
            "GET /%2e%2e/ HTTP/1.1\r\nHost: localhost" + END,
            "GET /error HTTP/1.1\r\nHost: localhost" + END,
            "GET /nowhere HTTP/1.1\r\nHost: localhost" + END,
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "h".repeat(70_000) + END,
            "GET /" + "p".repeat(70_000) + " HTTP/1.1\r\nHost: localhost" + END,
            "GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9999999-99999999" + END,
            "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: image/png" + END,
            "TRACE / HTTP/1.1\r\nHost: localhost" + END,
            "OPTIONS * HTTP/1.1\r\nHost: localhost" + END,
            "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost" + END,
            "GET / HTTP/9.9\r\nHost: localhost" + END);

    private static final String POST = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json";

    /** With the path of a route where it says so. */
    private static final List<String> AT_A_ROUTE = List.of(
            "FROB %s HTTP/1.1\r\nHost: localhost" + END,
            POST + "\r\nContent-Length: -1" + END,
            POST + "\r\nContent-Length: x" + END,
            POST + "\r\nContent-Length: 2\r\nContent-Length: 3" + END + "{}",
            POST + "\r\nTransfer-Encoding: chunked" + END + "2\r\n{}\r\nzz\r\n",
            POST + "\r\nTransfer-Encoding: chunked" + END + "ffffffffffffffff\r\n",
            POST + "\r\nTransfer-Encoding: chunked\r\nContent-Length: 2" + END + "0\r\n\r\n",
            POST + "\r\nTransfer-Encoding: gzip" + END + "{}",
            POST + "\r\nContent-Encoding: br\r\nContent-Length: 2" + END + "{}",
            POST + "\r\nContent-Encoding: gzip\r\nContent-Length: 2" + END + "{}",
            POST + "\r\nExpect: 200-maybe\r\nContent-Length: 2" + END + "{}",
            "POST %s?detail=%%FF HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2" + END + "[]");

    private final Report report;

    RawShapes(Report report) {
        this.report = report;
    }

    void run(String service, URI server) throws IOException {
        Judge judge = new Judge("shapes at " + service, report);
        for (String shape : ANYWHERE) {
            judge.judge(shape, RawExchange.send(server, shape, PATIENCE));
        }
        for (Route route : Route.values()) {
            for (String template : AT_A_ROUTE) {
                String shape = template.formatted(route.path());
                judge.judge(shape, RawExchange.send(server, shape, PATIENCE));
            }
        }
    }
}
