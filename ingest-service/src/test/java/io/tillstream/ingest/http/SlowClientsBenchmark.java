package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What an honest caller notices of slow ones: the time of a POST of one row, and of a GET, before and while so many
 * clients, a thousand unless told, send a byte of their requests every five seconds. The second argument says how many
 * bytes they send at once before that. A third, the address of a look-up at a query service that is running, has it
 * attacked by as many of its own and measured as well.
 */
final class SlowClientsBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int CALLERS = 2;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final IngestServer server;
    private final Map<String, Callable<Integer>> calls = new LinkedHashMap<>();

    private SlowClientsBenchmark(IngestServer server) {
        this.server = server;
        calls.put("POST /transactions", this::post);
        calls.put("GET ingest's readiness", () -> get(server.request("/actuator/health/readiness")));
        calls.put("GET ingest's API document", () -> get(server.request("/v3/api-docs")));
    }

    public static void main(String[] args) throws Exception {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int bytesAtOnce = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
        try (IngestServer server = IngestServer.start("--logging.level.root=error")) {
            SlowClientsBenchmark benchmark = new SlowClientsBenchmark(server);
            List<SlowClients> slow = new ArrayList<>(List.of(new SlowClients(
                    clients, "127.0.0.1", server.port(), headOfRows(bytesAtOnce).getBytes(ISO_8859_1))));
            if (args.length > 2) {
                URI lookUp = URI.create(args[2]);
                benchmark.calls.put(
                        "GET " + lookUp.getPath(),
                        () -> get(HttpRequest.newBuilder(lookUp).timeout(Duration.ofSeconds(30))));
                slow.add(new SlowClients(
                        clients,
                        lookUp.getHost(),
                        lookUp.getPort(),
                        headOfLookUp().getBytes(ISO_8859_1)));
            }
            benchmark.run(slow);
        }
    }

    private void run(List<SlowClients> slow) throws Exception {
        measure("to warm up");
        measure("before");
        slow.forEach(SlowClients::start);
        for (SlowClients clients : slow) {
            clients.awaitBegun();
        }
        measure("under slow clients");
        measure("under slow clients, again");
        for (SlowClients clients : slow) {
            System.out.println("slow clients were cut off " + clients.stop() + " times");
        }
        measure("after");
    }

    private static String headOfRows(int bytesAtOnce) {
        return "POST /transactions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000000\r\n\r\n" + "[" + " ".repeat(bytesAtOnce);
    }

    private static String headOfLookUp() {
        return "GET /invoices/536365 HTTP/1.1\r\nHost: localhost\r\nX-Slow:";
    }

    /** All calls at the same time, each by callers of its own. */
    private void measure(String name) throws Exception {
        Map<String, List<Future<Times>>> callers = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.forEach((what, call) -> {
                for (int i = 0; i < CALLERS; i++) {
                    callers.computeIfAbsent(what, first -> new ArrayList<>()).add(threads.submit(() -> repeat(call)));
                }
            });
        }
        for (Map.Entry<String, List<Future<Times>>> call : callers.entrySet()) {
            LongStream all = LongStream.empty();
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Future<Times> caller : call.getValue()) {
                all = LongStream.concat(all, Arrays.stream(caller.get().nanos()));
                caller.get().statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            }
            print(name, call.getKey(), all.sorted().toArray(), statuses);
        }
    }

    private static void print(String name, String call, long[] sorted, Map<Integer, Integer> statuses) {
        System.out.printf(
                Locale.ROOT,
                "%-26s %-26s %7d, p50 %6.2f ms, p99 %6.2f ms, answers %s%n",
                name,
                call,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                statuses);
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Times(long[] nanos, Map<Integer, Integer> statuses) {}

    private static Times repeat(Callable<Integer> call) throws Exception {
        LongStream.Builder times = LongStream.builder();
        Map<Integer, Integer> statuses = new TreeMap<>();
        long end = System.nanoTime() + ROUND.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            int status = call.call();
            times.add(System.nanoTime() - start);
            statuses.merge(status, 1, Integer::sum);
            // As callers do, and so that a round does not measure how fast they are.
            Thread.sleep(2);
        }
        return new Times(times.build().toArray(), statuses);
    }

    private int post() throws Exception {
        int status = server.send(server.rows("application/json", Bodies.ROW.getBytes(ISO_8859_1)))
                .statusCode();
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
        return status;
    }

    private static int get(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
