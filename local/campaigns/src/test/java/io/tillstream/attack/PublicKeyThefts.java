package io.tillstream.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Somebody takes the public key of a shop's page, which everybody can read, and tries what else it is good for; and a
 * secret key comes in a URL. Nothing but events from the page is taken, and of one visitor not many.
 */
final class PublicKeyThefts {

    private static final String ATTACK = "public key";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FROM_THE_PAGE = "Origin: " + GuardedIngest.PAGE;
    private static final int BODY = 33 << 20;

    /** What answers, or could, to those who may read or administrate. */
    private static final List<String> READING = List.of(
            "GET /actuator/env",
            "GET /actuator/prometheus",
            "GET /actuator/metrics",
            "GET /actuator/heapdump",
            "POST /actuator/loggers/ROOT",
            "GET /events",
            "GET /events/",
            "GET /invoices/536365",
            "POST /transactions",
            "POST /transactions?detail=lines",
            "POST /events/../transactions",
            "POST //transactions",
            "POST /events;/../transactions",
            "DELETE /invoices/536365/lines/S1/1?reason=stolen",
            "DELETE /events");

    private final GuardedIngest ingest;
    private final Report report;
    private final Judge judge;
    private final String key;
    private int events;

    PublicKeyThefts(GuardedIngest ingest, Report report) {
        this.ingest = ingest;
        this.report = report;
        this.judge = new Judge(ATTACK, report);
        this.key = "X-Api-Key: " + ingest.pageKey();
    }

    void run() throws IOException {
        expect(202, "events of the page", event(key, FROM_THE_PAGE));
        fromElsewhere();
        forReading();
        secretInAUrl();
        muchOfIt();
        expect(202, "rows of another key from the same address", event("X-Api-Key: " + ingest.key()));
    }

    private void fromElsewhere() throws IOException {
        expect(403, "no page", event(key));
        for (String origin : List.of(
                "https://evil.example",
                "http://shop.example",
                "https://shop.example.evil.example",
                "https://shop.example:8443",
                "https://shop.example/",
                "null",
                "*",
                "")) {
            expect(403, "the page " + origin, event(key, "Origin: " + origin));
        }
        expect(403, "two pages", event(key, FROM_THE_PAGE, "Origin: https://evil.example"));
    }

    private void forReading() throws IOException {
        for (String line : READING) {
            String request = line + " HTTP/1.1\r\nHost: localhost\r\n" + key + "\r\n" + FROM_THE_PAGE
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]";
            RawAnswer answer = answer(request);
            if (answer.status() < 400) {
                report.complain(ATTACK, line + " was answered with " + answer.status());
            }
        }
    }

    /** It has been written down on its way, so it is refused even though it is good. */
    private void secretInAUrl() throws IOException {
        String body = eventBody();
        for (String path : List.of("/events?key=", "/events?detail=lines&key=", "/transactions?key=")) {
            String request = "POST " + path + ingest.key() + " HTTP/1.1\r\nHost: localhost\r\n" + FROM_THE_PAGE
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
            RawAnswer answer = answer(request);
            if (answer.status() != 401 || answer.text().contains(ingest.key())) {
                report.complain(ATTACK, "a secret key in a URL was answered with " + answer.status());
            }
        }
    }

    /** More than its rate for an address, and more than any body may have. */
    private void muchOfIt() throws IOException {
        int taken = 0;
        for (int i = 0; i < 3 * GuardedIngest.ROWS_AT_ONCE; i++) {
            RawAnswer answer = answer(event(key, FROM_THE_PAGE));
            taken += answer.status() == 202 ? 1 : 0;
            if (answer.status() != 202
                    && (answer.status() != 429 || !answer.head().contains("retry-after: "))) {
                report.complain(ATTACK, "one event too many was answered with " + answer.status());
            }
        }
        if (taken == 3 * GuardedIngest.ROWS_AT_ONCE) {
            report.complain(ATTACK, "one address sent as much as it liked: " + taken + " events");
        }
        RawAnswer answer = answer("POST /events HTTP/1.1\r\nHost: localhost\r\n" + key + "\r\n" + FROM_THE_PAGE
                + "\r\nContent-Type: text/plain\r\nContent-Length: " + BODY + "\r\nConnection: close\r\n\r\n"
                + " ".repeat(BODY));
        if (answer.status() < 400) {
            report.complain(ATTACK, "33 MB of text were answered with " + answer.status());
        }
    }

    private void expect(int status, String what, String request) throws IOException {
        RawAnswer answer = answer(request);
        if (answer.status() != status) {
            report.complain(ATTACK, what + " was answered with " + answer.status() + " " + answer.text());
        }
    }

    private RawAnswer answer(String request) throws IOException {
        RawAnswer answer = RawExchange.send(ingest.address(), request, PATIENCE);
        judge.judge(request, answer);
        return answer;
    }

    private String event(String... headers) {
        return Route.EVENTS.post(eventBody(), headers);
    }

    private String eventBody() {
        int number = ++events;
        return Route.EVENTS.json(new ShopLine(new ShopLine.Key("stolen", "" + number, "S1", "" + number), 1));
    }
}
