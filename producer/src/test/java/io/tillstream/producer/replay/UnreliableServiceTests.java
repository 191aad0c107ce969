package io.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.producer.replay.FakeIngest.Arrived;
import io.tillstream.producer.replay.FakeIngest.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What the contract of the ingest API asks of a client when things go wrong. */
class UnreliableServiceTests {

    private static final int ROWS = 2_000;

    private final FakeIngest service = new FakeIngest();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void generate() {
        file = SampleFiles.generated(folder.resolve("rows.csv"), ROWS);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void losesAndDoublesNothingHoweverOftenItFails() {
        service.behave(number -> switch (number % 10) {
            case 0 -> new Behaviour.StoreAndDrop();
            case 2 -> new Behaviour.Drop();
            case 4 -> new Behaviour.Answer(503, "0", "{}");
            case 6 -> Behaviour.status(429);
            case 8 -> new Behaviour.Answer(502, "", "<html>");
            default -> Behaviour.STORE;
        });
        Run run = replay("--stores", 4, "--concurrency", 2, "--batch", 100);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("2,000 sent, 2,000 accepted").doesNotContain("sent again 0 times");
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(SampleFiles.lines(file)));
        Map<String, String> bodies = new HashMap<>();
        for (Arrived request : service.arrived()) {
            String before = bodies.putIfAbsent(request.key(), request.body());
            assertThat(request.body()).isEqualTo(before == null ? request.body() : before);
        }
        assertThat(bodies).hasSizeLessThan(service.arrived().size());
    }

    @Test
    void sendsAgainWhatIsNotAnsweredInTime() {
        CountDownLatch never = new CountDownLatch(1);
        service.behave(number -> {
            if (number == 0) {
                await(never, 20_000);
            }
            return Behaviour.STORE;
        });
        Run run = replay("--timeout", "300ms", "--limit", 10);
        never.countDown();
        assertThat(run.exitCode()).isZero();
        assertThat(service.arrived())
                .extracting(Arrived::key)
                .hasSize(2)
                .allMatch(service.arrived().getFirst().key()::equals);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        service.behave(number -> number == 0 ? new Behaviour.Answer(503, "1", "{}") : Behaviour.STORE);
        long begin = System.nanoTime();
        assertThat(replay("--limit", 10).exitCode()).isZero();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void givesUpInTheEndAndSaysHowToGoOn() {
        service.behave(number -> Behaviour.status(503));
        Run run = replay("--give-up-after", "500ms");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("Gave up", "answered 503: as told", "Run the same command again to continue");
    }

    @Test
    void givesUpOnAnAddressWithoutAService() {
        service.close();
        Run run = replay("--give-up-after", "300ms");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("no connection");
    }

    @Test
    void stopsAtOnceWhereSendingAgainIsInVain() {
        service.behave(number -> Behaviour.status(401));
        Run run = replay("--stores", 4);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("answered 401", "TILLSTREAM_API_KEY");
        assertThat(service.arrived()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void doesNotBelieveAnAnswerThatDoesNotCountEveryRow() {
        service.behave(number -> new Behaviour.Answer(202, "", "{\"accepted\":1,\"rejected\":0}"));
        assertThat(replay("--concurrency", 1).out()).contains("answered for 1 rows of 500");
        service.behave(number -> new Behaviour.Answer(202, "", "Welcome"));
        assertThat(replay("--fresh").out()).contains("not as the ingest API does");
    }

    @Test
    void takesNoteOfRowsThatTheServiceDropsByItsRules() {
        service.behave(number ->
                new Behaviour.Answer(202, "", "{\"accepted\":6,\"rejected\":0,\"dropped\":4,\"droppedRows\":[{}]}"));
        Run run = replay("--limit", 10, "--concurrency", 1);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("6 accepted, 0 rejected", "4 dropped by the rules");
    }

    @Test
    void goesOnAfterWhatWasAnsweredFor() throws IOException {
        service.behave(number -> number < 7 ? Behaviour.STORE : Behaviour.status(403));
        Path rejects = folder.resolve("rejects.jsonl");
        Files.writeString(file, "1,A,,six,12/1/2010 8:26,1.5,,EIRE\r\n" + withoutHeader(), StandardOpenOption.APPEND);
        Run first = replay("--stores", 2, "--concurrency", 1, "--batch", 100, "--rejects", rejects);
        assertThat(first.exitCode()).isEqualTo(3);
        int stored = service.stored().size();
        assertThat(stored).isBetween(600, 700);

        service.behave(number -> Behaviour.STORE);
        int before = service.arrived().size();
        Run second = replay("--stores", 2, "--concurrency", 1, "--batch", 100, "--rejects", rejects);
        assertThat(second.exitCode()).as(second.toString()).isEqualTo(2);
        assertThat(second.err()).contains("Continuing after an interruption: 700 rows");
        assertThat(second.out()).contains("4,001 read, 4,001 sent, 4,000 accepted, 1 rejected");
        int sentAgain = service.arrived().stream()
                .skip(before)
                .mapToInt(request -> request.lines().size())
                .sum();
        assertThat(stored + sentAgain).isEqualTo(4_000);
        assertThat(service.stored()).hasSize(4_000);
        assertThat(Files.readAllLines(rejects)).hasSize(1);
        assertThat(folder.resolve("state")).isEmptyDirectory();
    }

    @Test
    void beginsAnewWhenAsked() {
        service.behave(number -> number < 3 ? Behaviour.STORE : Behaviour.status(403));
        replay();
        service.behave(number -> Behaviour.STORE);
        Run run = replay("--fresh");
        assertThat(run.out()).contains("2,000 sent").doesNotContain("before an interruption");
    }

    @Test
    void countsTheWaitingThatAStallCausesWhenARateIsAskedFor() throws IOException {
        service.behave(number -> {
            if (number == 4) {
                await(new CountDownLatch(1), 1_000);
            }
            return Behaviour.STORE;
        });
        Path report = folder.resolve("report.json");
        // 30 requests, due within 0.3 s of which 25 come up while the service stalls for a whole second.
        replay("--limit", 300, "--batch", 10, "--rate", 1_000, "--concurrency", 1, "--report", report);
        Map<String, Double> times = times(report);
        assertThat(times.get("response.p50")).isGreaterThan(700);
        assertThat(times.get("exchange.p50")).isLessThan(times.get("response.p50"));
        assertThat(times.get("exchange.max")).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void keepsToTheRate() {
        long begin = System.nanoTime();
        replay("--limit", 100, "--rate", 200, "--stores", 2);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(450));
    }

    private String withoutHeader() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\r\n", lines.subList(1, lines.size())) + "\r\n";
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            assertThat(latch.await(millis, TimeUnit.MILLISECONDS)).isIn(true, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Double> times(Path report) throws IOException {
        Map<String, Double> times = new HashMap<>();
        String group = "";
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(report))) {
            while (json.nextToken() != null) {
                if (json.currentToken().isStructStart()) {
                    group = json.currentName() == null ? "" : json.currentName();
                } else if (json.currentToken().isNumeric()) {
                    times.put(group + "." + json.currentName(), json.getDoubleValue());
                }
            }
        }
        return times;
    }

    private Run replay(Object... options) {
        Object[] args = Stream.concat(
                        Stream.of(file, "--url", service.url(), "--state-dir", folder.resolve("state")),
                        Stream.of(options))
                .toArray();
        return Run.replay(args);
    }
}
