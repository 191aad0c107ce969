package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Two shops that number their invoices, articles and lines, or their sessions and events, alike, posting all the time. Each request is sent until it is
 * acknowledged, some again later, and some lines again saying something else: of those the first one has to count.
 */
final class TwoShops implements AutoCloseable {

    private static final List<String> SHOPS = List.of("north", "south");
    private static final int LINES_AN_INVOICE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The attack is what should keep the suite busy, not the figures of what was sold meanwhile. */
    private static final Duration BETWEEN_INVOICES = Duration.ofMillis(200);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Route route;
    private final Supplier<Target> target;
    private final Report report;
    private final RandomGenerator random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<ShopLine.Key, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<ShopLine> otherVersions = ConcurrentHashMap.newKeySet();
    private final Queue<List<ShopLine>> again = new ConcurrentLinkedQueue<>();
    private final AtomicInteger invoices = new AtomicInteger();
    private final Thread sender = Thread.ofPlatform().name("two-shops").unstarted(this::sendUntilStopped);
    private volatile boolean stopped;

    TwoShops(Route route, Supplier<Target> target, Report report, RandomGenerator random) {
        this.route = route;
        this.target = target;
        this.report = report;
        this.random = random;
    }

    void start() {
        sender.start();
    }

    /** Returns when everything that was sent is acknowledged. */
    void stop() throws InterruptedException {
        stopped = true;
        sender.join();
    }

    /** Of what every store has to hold, and of what was acknowledged and must not count. */
    Books books() {
        return new Books(route, report, acknowledged, otherVersions);
    }

    private void sendUntilStopped() {
        while (!stopped) {
            int invoice = invoices.incrementAndGet();
            for (int shop = 0; shop < SHOPS.size(); shop++) {
                List<ShopLine> lines = invoice(SHOPS.get(shop), invoice, shop + 1);
                sendUntilAcknowledged(lines);
                lines.forEach(line -> acknowledged.put(line.key(), line.figure()));
                if (random.nextInt(10) == 0) {
                    again.add(lines);
                }
            }
            sendSomethingAgain();
            Waiting.pass(BETWEEN_INVOICES);
        }
    }

    private void sendSomethingAgain() {
        List<ShopLine> lines = again.poll();
        if (lines == null) {
            return;
        }
        if (random.nextBoolean()) {
            sendUntilAcknowledged(lines);
        } else {
            List<ShopLine> changed = lines.stream()
                    .map(line -> new ShopLine(line.key(), line.figure() + 1_000))
                    .toList();
            sendUntilAcknowledged(changed);
            otherVersions.addAll(changed);
        }
    }

    /** The id of an event has to do without its session. */
    private static List<ShopLine> invoice(String shop, int number, int figure) {
        List<ShopLine> lines = new ArrayList<>();
        for (int i = 1; i <= LINES_AN_INVOICE; i++) {
            lines.add(
                    new ShopLine(new ShopLine.Key(shop, Integer.toString(number), "S" + i, number + "-" + i), figure));
        }
        return lines;
    }

    private void sendUntilAcknowledged(List<ShopLine> lines) {
        String body = lines.stream().map(route::json).collect(Collectors.joining(",", "[", "]"));
        int status = send(body);
        while (status != 202) {
            if (status >= 400 && status < 500 && status != 429 && status != 408) {
                report.complain("two shops", "an honest request was answered with " + status);
                return;
            }
            Waiting.pass(PAUSE);
            status = send(body);
        }
    }

    private int send(String body) {
        HttpRequest request = HttpRequest.newBuilder(target.get().ingest().resolve(route.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            report.count("two shops, " + route.feed(), Integer.toString(status));
            return status;
        } catch (IOException killed) {
            report.count("two shops, " + route.feed(), "no answer");
            return 0;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        }
    }

    @Override
    public void close() {
        stopped = true;
        http.shutdownNow();
    }
}
