package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients at many addresses that send a byte now and then, half of them of a body and half of a head, while an honest
 * caller sends rows and looks something up: that is answered, and soon.
 */
final class SlowSenders implements AutoCloseable {

    private static final String ATTACK = "slow clients";
    private static final int ADDRESSES = 50;
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String SLOW_HEAD = "GET /invoices/536365 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    private final Target target;
    private final Report report;
    private final List<Socket> clients = new ArrayList<>();
    private volatile boolean isOver;

    SlowSenders(Target target, Report report) {
        this.target = target;
        this.report = report;
    }

    void run(int slow, int honest) throws IOException {
        for (int i = 0; i < slow; i++) {
            begin(i);
        }
        Thread bytes = Thread.ofVirtual().start(this::dribble);
        for (int i = 0; i < honest; i++) {
            Route route = Route.inTurn(i);
            ask(
                    target.ingest(),
                    202,
                    route.post(route.json(new ShopLine(new ShopLine.Key("slow", "" + i, "S1", "" + i), 1))));
            ask(
                    target.query(),
                    404,
                    "GET /invoices/no-such-invoice HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        close();
        bytes.interrupt();
    }

    private static String slowBody(Route route) {
        return "POST " + route.path() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n[";
    }

    private void begin(int number) throws IOException {
        boolean isBody = number % 2 == 0;
        URI server = isBody ? target.ingest() : target.query();
        Socket client = new Socket();
        clients.add(client);
        client.bind(new InetSocketAddress("127.0.0." + (2 + number % ADDRESSES), 0));
        client.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()),
                Math.toIntExact(PATIENCE.toMillis()));
        client.getOutputStream()
                .write((isBody ? slowBody(Route.inTurn(number / 2)) : SLOW_HEAD).getBytes(StandardCharsets.US_ASCII));
        report.count(ATTACK, "begun");
    }

    /** A server that has had enough of a client closes it, which is what it should do. */
    private void dribble() {
        while (!isOver) {
            for (Socket client : clients) {
                try {
                    client.getOutputStream().write('0');
                } catch (IOException closed) {
                    report.count(ATTACK, "bytes that nobody took");
                }
            }
            Waiting.pass(BETWEEN_BYTES);
        }
    }

    private void ask(URI server, int expected, String request) throws IOException {
        long begin = System.nanoTime();
        RawAnswer answer = RawExchange.send(server, request, PATIENCE);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        report.count("honest requests beside slow ones", "" + answer.status());
        if (answer.status() != expected || time.compareTo(SOON) > 0) {
            report.complain(
                    ATTACK,
                    "an honest request was answered with " + answer.status() + " after " + time.toMillis() + " ms");
        }
    }

    @Override
    public void close() throws IOException {
        isOver = true;
        for (Socket client : clients) {
            client.close();
        }
    }
}
