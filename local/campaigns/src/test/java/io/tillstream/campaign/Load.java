package io.tillstream.campaign;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A steady stream of requests with rows of a feed, each sent again under the same key until it is acknowledged. Of the rows, three in a
 * hundred come again later in other requests, and two in a hundred requests come again whole.
 */
final class Load implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(300);
    /** One in a hundred rows. */
    private static final int ROWS_PER_POISON = 100;

    private static final int MOST_UNANSWERED = 200;
    private static final double ROWS_RESENT = 0.03;
    private static final double REQUESTS_RESENT = 0.02;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Ingest ingest;
    private final Flow flow;
    private final Ledger ledger;
    private final Poisoner poisoner;
    private final SplittableRandom random;
    private final Duration longestDelay;
    private final Pace pace;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Row> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean stopped;
    private int requests;

    Load(Ingest ingest, Flow flow, Poisoner poisoner, Plan plan) {
        this.ingest = ingest;
        this.flow = flow;
        this.ledger = flow.ledger();
        this.poisoner = poisoner;
        this.random = new SplittableRandom(plan.seed());
        this.longestDelay = plan.longestResendDelay();
        this.pace = new Pace(ledger::complain);
    }

    /** @param withIdentity whether the rows name their identity; otherwise it comes from the key */
    private record Request(String key, boolean withIdentity, List<Row> rows) {}

    void start(int rowsPerSecond) {
        int rows = (int) Math.max(1, rowsPerSecond * TICK.toMillis() / 1_000);
        pace.every(TICK, () -> tick(rows));
        pace.every(Duration.ofSeconds(ROWS_PER_POISON).dividedBy(rowsPerSecond), this::poison);
    }

    /** Nothing new any more, and waits until every request is acknowledged. */
    void stop() {
        stopped = true;
        Waiting.until("acknowledgement of every request", Duration.ofSeconds(60), () -> unanswered.get() == 0);
    }

    @Override
    public void close() {
        stopped = true;
        pace.close();
        http.shutdownNow();
    }

    private void poison() {
        if (!stopped) {
            poisoner.put();
        }
    }

    private void tick(int rows) {
        if (stopped) {
            return;
        }
        if (unanswered.get() >= MOST_UNANSWERED) {
            ledger.ticksHeldBack.increment();
            return;
        }
        List<Row> next = new ArrayList<>(flow.rows().next(rows));
        boolean withIdentity = chance(0.5);
        if (withIdentity) {
            for (Row again = due.poll(); again != null; again = due.poll()) {
                next.add(again);
            }
        }
        send(new Request("request-" + ++requests, withIdentity, next));
    }

    private void send(Request request) {
        unanswered.incrementAndGet();
        attempt(request);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It cannot fail: failures are handled.
    private void attempt(Request request) {
        ledger.rowsSent.add(request.rows().size());
        http.sendAsync(
                        HttpRequest.newBuilder(
                                        ingest.address().resolve(flow.traffic().path() + "?detail=lines"))
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", request.key())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(
                                        Json.requests(request.rows(), request.withIdentity())))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> {
                    pace.after(Duration.ZERO, () -> answered(request, answer));
                    return request;
                });
    }

    private void answered(Request request, @Nullable HttpResponse<String> answer) {
        int status = answer == null ? 503 : answer.statusCode();
        if (answer != null && status == 202) {
            acknowledged(request, Json.read(answer.body()));
        } else if (status >= 500) {
            ledger.requestsRepeated.increment();
            pace.after(RETRY, () -> attempt(request));
        } else {
            ledger.complain("A request was answered with " + status);
            unanswered.decrementAndGet();
        }
    }

    private void acknowledged(Request request, JsonNode answer) {
        if (answer.path("accepted").asInt() != request.rows().size()) {
            ledger.complain("Of the rows of a request some were rejected: "
                    + answer.path("errors").path(0));
        }
        boolean again = false;
        for (JsonNode told : answer.path("lines")) {
            Row row = request.rows()
                    .get(told.path("row").asInt())
                    .identifiedBy(told.path(flow.traffic().idName()).asString());
            if (ledger.acknowledge(row)) {
                later(ROWS_RESENT, () -> due.add(row));
            } else {
                again = true;
                ledger.duplicatesOffered.increment();
            }
        }
        if (!again) {
            later(REQUESTS_RESENT, () -> send(request));
        }
        unanswered.decrementAndGet();
    }

    private void later(double chance, Runnable step) {
        if (chance(chance) && !stopped) {
            pace.after(Duration.ofMillis((long) (dice() * longestDelay.toMillis())), () -> unlessStopped(step));
        }
    }

    private boolean chance(double share) {
        return dice() < share;
    }

    private double dice() {
        synchronized (random) {
            return random.nextDouble();
        }
    }

    private void unlessStopped(Runnable step) {
        if (!stopped) {
            step.run();
        }
    }
}
