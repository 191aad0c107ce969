package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.commandline.CommandRun;
import io.tillstream.consumers.reprocess.Desk.Ended;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawReprocessIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static LocalCloud cloud;

    private Desk desk;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void open() {
        desk = new Desk(cloud);
    }

    @AfterEach
    void close() {
        cloud.faults().liftAll();
        desk.close();
    }

    @Test
    void rebuildsEmptyTablesAsTheyWereAndASecondTimeChangesNothing() {
        List<TransactionLine> lines = fillLake();
        store(lines);
        var before = desk.tables();
        assertThat(before).hasSizeGreaterThan(lines.size());

        desk.emptyTables();
        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("5 of 5 objects, 500 rows").contains("invoices    500 rows stored");
        assertThat(desk.tables()).isEqualTo(before);

        assertThat(desk.reprocess("raw", "--all", "--targets", "invoices").exitCode())
                .isZero();
        assertThat(desk.tables()).isEqualTo(before);
        assertThat(desk.stream()).isEmpty();
        assertThat(desk.keys("raw/")).hasSize(5);
    }

    @Test
    void givesTheWarehouseEveryRow() {
        List<TransactionLine> lines = fillLake();
        cloud.faults().set("firehose", Fault.partial(0.3).seeded(3).on("PutRecordBatch"));
        Ended ended = desk.reprocess("raw", "--all", "--targets", "warehouse", "--json");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .startsWith("{\"dryRun\":false,\"ending\":{\"kind\":\"COMPLETE\",\"reason\":null},"
                        + "\"objects\":{\"read\":5,\"found\":5,\"bytes\":")
                .contains("\"rows\":{\"read\":500,\"undecodable\":0,\"firstUndecodable\":[],\"unreadableObjects\":[]},"
                        + "\"targets\":{\"WAREHOUSE\":{\"stored\":500,\"refused\":{}}},\"after\":\"\",\"millis\":");
        LineForm codec = TransactionColumns.WAREHOUSE;
        List<String> rows = lines.stream()
                .map(line -> new String(codec.encode(line), StandardCharsets.UTF_8))
                .toList();
        await().atMost(SOON).until(() -> desk.delivered().size() >= rows.size());
        assertThat(desk.delivered()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(desk.tables()).isEmpty();
    }

    @Test
    void takesOnlyTheHoursOrTheLoadThatAreAskedFor() {
        fillLake();
        assertThat(desk.reprocess("raw", "--from", "2026-03-01T13", "--to", "2026-03-01T14", "--targets", "invoices")
                        .out())
                .contains("1 of 1 objects, 100 rows");
        assertThat(desk.reprocess("raw", "--from", "2026-03-02", "--targets", "invoices")
                        .out())
                .contains("1 of 1 objects, 100 rows");
        assertThat(desk.reprocess("raw", "--load", "2026-02-28.1", "--targets", "invoices")
                        .out())
                .contains("1 of 1 objects, 100 rows");
    }

    @Test
    void aDryRunReadsAllAndWritesNothing() {
        fillLake();
        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices,warehouse", "--dry-run");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("5 of 5 objects, 500 rows")
                .contains("invoices    500 rows would be sent")
                .contains("warehouse   500 rows would be sent")
                .contains("nothing was written");
        assertThat(desk.tables()).isEmpty();
    }

    @Test
    void tellsWhereALineIsNoneAndTakesTheOthers() {
        fillLake();
        String key = FeedLayout.TRANSACTIONS.raw(Desk.ARRIVAL, "shardId-000000000009", "7");
        desk.put(key, List.of("{\"v\":1}", "no line"));
        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out())
                .contains("2 rows")
                .contains(key + " line 1: invoiceNo is missing")
                .contains(key + " line 2: ")
                .contains("500 rows stored");
    }

    @Test
    void goesOnAfterAnInterruption() {
        List<TransactionLine> lines = fillLake();
        store(lines);
        var before = desk.tables();
        desk.emptyTables();
        RawReport interrupted = interruptedAfter(2);
        assertThat(interrupted.ending().kind()).isEqualTo(RunEnding.Kind.INTERRUPTED);
        assertThat(interrupted.exitCode()).isEqualTo(3);
        assertThat(interrupted.text()).contains("--after " + interrupted.after());
        assertThat(interrupted.after()).startsWith("raw/");

        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices", "--after", interrupted.after());
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("3 of 3 objects");
        assertThat(desk.tables()).isEqualTo(before);
    }

    @Test
    void givesUpWhenATargetStaysAwayAndSaysHowToGoOn() {
        fillLake();
        desk.with("--tillstream.consumers.invoices.patience=1s");
        cloud.faults().set("dynamodb", Fault.errors(1));
        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices", "--patience", "1s", "--concurrency", "1");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).contains("Gave up: Storing in invoices failed");
        cloud.faults().liftAll();
        assertThat(desk.reprocess("raw", "--all", "--targets", "invoices").exitCode())
                .isZero();
    }

    @Test
    void goesOnAfterTheLastObjectBeforeTheOneThatIsGivenUp() {
        fillLake();
        CommandRun command = new CommandRun(new ReprocessCommand().commandLine(), SOON);
        RawReport cut = redeliver(new ReprocessRun(command, Duration.ofMillis(300), false), 4, batch -> {
            TransactionLine first = (TransactionLine) batch.lines().getFirst().line();
            if (first.stockCode().value().equals("S3")) {
                throw new IllegalStateException("no room");
            }
        });
        assertThat(cut.ending())
                .isEqualTo(new RunEnding(RunEnding.Kind.GAVE_UP, "Storing in invoices failed: no room"));
        assertThat(cut.exitCode()).isEqualTo(3);
        assertThat(cut.after()).isEqualTo(FeedLayout.TRANSACTIONS.raw(Desk.ARRIVAL, "shardId-000000000001", "20"));

        Ended ended = desk.reprocess("raw", "--all", "--targets", "invoices", "--after", cut.after());
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("2 of 2 objects");
    }

    @Test
    void asksForARangeRatherThanTakingAll() {
        Ended ended = desk.reprocess("raw", "--targets", "invoices");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("--all");
    }

    /** The run as the command makes it, told to stop when so many objects are stored. */
    private RawReport interruptedAfter(int objects) {
        CommandRun command = new CommandRun(new ReprocessCommand().commandLine(), SOON);
        AtomicInteger stored = new AtomicInteger();
        return redeliver(new ReprocessRun(command, SOON, false), 1, batch -> {
            if (stored.incrementAndGet() == objects) {
                command.stop().tell();
            }
        });
    }

    /** @param whenStored is given each batch once it is stored, and fails the step by failing itself */
    private RawReport redeliver(ReprocessRun run, int concurrency, Consumer<StreamBatch> whenStored) {
        try (ReprocessContext context = ReprocessContext.open(desk.settings())) {
            Sink sink = watched(requireNonNull(context.sinks().get("invoices")), whenStored);
            RowDelivery delivery = context.delivery(Map.of("invoices", sink), run);
            Feed feed = sink.feed();
            RawRows rows = new RawRows(feed.wireForm());
            return new RawReprocess(context.rawObjects(feed), rows, Set.of("invoices"), delivery, run)
                    .redeliver(RawSelection.everything(FeedLayout.TRANSACTIONS), "", concurrency);
        }
    }

    private static Sink watched(Sink sink, Consumer<StreamBatch> whenStored) {
        return new Sink() {
            @Override
            public Feed feed() {
                return sink.feed();
            }

            @Override
            public String name() {
                return sink.name();
            }

            @Override
            public ShardSink open(String shardId, Refusals refusals) {
                ShardSink shard = sink.open(shardId, refusals);
                return new ShardSink() {

                    private StreamBatch taken = new StreamBatch(List.of(), Position.of("1", 0));

                    @Override
                    public void take(StreamBatch batch) {
                        taken = batch;
                        shard.take(batch);
                    }

                    @Override
                    public Optional<Position> store(Flush flush) {
                        Optional<Position> done = shard.store(flush);
                        whenStored.accept(taken);
                        return done;
                    }
                };
            }
        };
    }

    private void store(List<TransactionLine> lines) {
        try (ReprocessContext context = ReprocessContext.open(desk.settings())) {
            ShardSink shard =
                    requireNonNull(context.sinks().get("invoices")).open("shardId-000000000000", (line, reason) -> {});
            shard.take(new StreamBatch(
                    lines.stream()
                            .map(line -> new StreamLine(Position.of("1", 0), line.receivedAt(), line, new byte[0]))
                            .toList(),
                    Position.of("1", 0)));
            shard.store(Flush.ALL);
        }
    }

    /** 500 lines of 100 invoices, each of which lies in all five objects. */
    private List<TransactionLine> fillLake() {
        List<TransactionLine> lines = new ArrayList<>();
        desk.put(FeedLayout.TRANSACTIONS.batchOf("2026-02-28.1") + "part-00000.jsonl.gz", encoded(part(0, lines)));
        desk.putRaw(Desk.ARRIVAL, "shardId-000000000000", 10, part(1, lines));
        desk.putRaw(Desk.ARRIVAL, "shardId-000000000001", 20, part(2, lines));
        desk.putRaw(Desk.ARRIVAL.plus(Duration.ofHours(1)), "shardId-000000000000", 30, part(3, lines));
        desk.putRaw(Desk.ARRIVAL.plus(Duration.ofDays(1)), "shardId-000000000001", 40, part(4, lines));
        return lines;
    }

    private static List<String> encoded(List<TransactionLine> lines) {
        LineCodec codec = new LineCodec();
        return lines.stream()
                .map(line -> new String(codec.encode(line), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<TransactionLine> part(int part, List<TransactionLine> all) {
        List<TransactionLine> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(SampleLines.line("I" + i, "S" + part, "1", i % 4 == 0 ? null : "C" + i % 10, part + 1, "1.25"));
        }
        all.addAll(lines);
        return lines;
    }
}
