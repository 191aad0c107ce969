package io.tillstream.consumers.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.consumers.deliver.DeadRecord.Stage;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.reprocess.Desk.Ended;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.Events;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.codec.LineCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of an older release, in whose bytes there is a line by now, and others. */
class RejectedReprocessIT {

    private static final Instant SEEN = Instant.parse("2026-03-01T12:35:00Z");
    private static final byte[] LINE = new LineCodec().encode(SampleLines.line("536365", "85123A", "1"));

    private static final byte[] EVENT = EventColumns.WIRE.encode(Events.event(Events.lipstick()));

    private static LocalCloud cloud;

    @TempDir
    private Path disk;

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
    void publishesWhatCanBeDecodedOnceForAllSinks() {
        putEverywhere(letter(Stage.DECODE, 1, LINE));
        Ended ended = desk.reprocess("rejected");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(desk.stream()).containsExactly(new String(LINE, UTF_8));
        assertThat(desk.keys("rejected/")).isEmpty();
        assertThat(desk.keys("reprocessed/"))
                .containsExactly(
                        "reprocessed/invoices/dt=2026-03-01/shardId-000000000000-1.0.jsonl",
                        "reprocessed/lake/dt=2026-03-01/shardId-000000000000-1.0.jsonl",
                        "reprocessed/warehouse/dt=2026-03-01/shardId-000000000000-1.0.jsonl");
        assertThat(desk.text(desk.keys("reprocessed/").getFirst()))
                .contains("\"outcome\":\"published\"", "2026-03-01T12:35:00Z");
        assertThat(desk.tables()).isEmpty();

        assertThat(desk.reprocess("rejected").out()).contains("0 letters");
        assertThat(desk.stream()).hasSize(1);
    }

    @Test
    void publishesNothingForALetterThatASlowSinkLeavesLater() {
        desk.putLetter("lake", letter(Stage.DECODE, 1, LINE));
        desk.reprocess("rejected", "--sink", "lake");
        desk.putLetter("warehouse", letter(Stage.DECODE, 1, LINE));
        Ended ended = desk.reprocess("rejected");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("1 letters are of records that were published before");
        assertThat(desk.stream()).hasSize(1);
        assertThat(desk.keys("rejected/")).isEmpty();
    }

    @Test
    void givesWhatOneStoreRefusedToThatStoreAlone() {
        desk.putLetter("invoices", letter(Stage.STORE, 1, LINE));
        Ended ended = desk.reprocess("rejected", "--sink", "invoices", "--stage", "store");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(desk.tables()).hasSize(2);
        assertThat(desk.stream()).isEmpty();
        assertThat(desk.keys("rejected/")).isEmpty();
        assertThat(desk.text(desk.keys("reprocessed/").getFirst())).contains("\"outcome\":\"stored\"");
    }

    @Test
    void leavesWhatStillFailsAsItIs() {
        putEverywhere(letter(Stage.DECODE, 1, "this is no line".getBytes(UTF_8)));
        desk.putLetter("lake", letter(Stage.DECODE, 2, LINE));
        List<String> before = desk.keys("rejected/").stream()
                .filter(key -> key.endsWith("-1.0.jsonl"))
                .map(desk::text)
                .toList();
        Ended ended = desk.reprocess("rejected");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("kept        lake: 1 letters: not well-formed JSON");
        assertThat(desk.keys("rejected/").stream().map(desk::text)).isEqualTo(before);
        assertThat(desk.stream()).hasSize(1);
    }

    /** Shards of all streams have the same names, and so have letters. */
    @Test
    void settlesNoLetterOfAnotherFeed() {
        desk.with("--tillstream.feeds=transactions,events");
        putEverywhere(letter(Stage.DECODE, 1, LINE));
        desk.putLetter("events-lake", letter(Stage.DECODE, 1, EVENT));
        assertThat(desk.reprocess("rejected", "--sink", "lake").exitCode()).isZero();
        assertThat(desk.stream()).containsExactly(new String(LINE, UTF_8));
        assertThat(desk.keys("rejected/"))
                .containsExactly("rejected/events-lake/dt=2026-03-01/shardId-000000000000-1.0.jsonl");
        Ended ended = desk.reprocess("rejected", "--dry-run");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("1 letters").contains("stream      1 rows would be published");
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        putEverywhere(letter(Stage.DECODE, 1, LINE));
        desk.putLetter("warehouse", letter(Stage.STORE, 2, LINE));
        Ended ended = desk.reprocess("rejected", "--dry-run");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("4 letters")
                .contains("stream      1 rows would be published")
                .contains("warehouse   1 rows would be given");
        assertThat(desk.keys("rejected/")).hasSize(4);
        assertThat(desk.stream()).isEmpty();
    }

    @Test
    void takesOnlyWhatArrivedInTheTimeThatIsAskedFor() {
        desk.putLetter("lake", letter(Stage.DECODE, 1, LINE));
        assertThat(desk.reprocess("rejected", "--from", "2026-03-01T13").out()).contains("0 letters");
        assertThat(desk.reprocess("rejected", "--to", "2026-03-01").out()).contains("0 letters");
        assertThat(desk.reprocess("rejected", "--from", "2026-03-01T12", "--to", "2026-03-01T13")
                        .out())
                .contains("1 letters");
    }

    /** The sink of docs/develop/adding-a-sink.md, which no list names. */
    @Test
    void givesAnAddedSinkWhatItRefusedOrCouldNotDecode() throws IOException {
        Path folder = Files.createDirectory(disk.resolve("lines"));
        desk.with("--tillstream.consumers.folder.path=" + folder);
        desk.putLetter("folder", letter(Stage.STORE, 1, LINE));
        Ended ended = desk.reprocess("rejected", "--sink", "folder", "--json");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .startsWith("{\"dryRun\":false,\"ending\":{\"kind\":\"COMPLETE\",\"reason\":null},\"letters\":1,"
                        + "\"published\":0,\"settledBefore\":0,\"stored\":{\"folder\":1},\"kept\":{},"
                        + "\"foreign\":[],\"millis\":");
        assertThat(folder.resolve("536365,85123A,1.json")).hasBinaryContent(LINE);

        putEverywhere(letter(Stage.DECODE, 2, LINE));
        desk.putLetter("folder", letter(Stage.DECODE, 2, LINE));
        assertThat(desk.reprocess("rejected").exitCode()).isZero();
        assertThat(desk.stream()).hasSize(1);
        assertThat(desk.keys("rejected/")).isEmpty();
        assertThat(desk.keys("reprocessed/folder/")).hasSize(2);
    }

    @Test
    void cutShortBeforeItsLettersAreSettledItIsDoneAgain() {
        putEverywhere(letter(Stage.DECODE, 1, LINE));
        cloud.faults().set("s3", Fault.errors(1).on("PutObject"));
        Ended cut = desk.reprocess("rejected", "--patience", "1s");
        assertThat(cut.exitCode()).as(cut.toString()).isEqualTo(3);
        assertThat(desk.keys("rejected/")).hasSize(3);
        cloud.faults().liftAll();
        assertThat(desk.reprocess("rejected").exitCode()).isZero();
        assertThat(desk.keys("rejected/")).isEmpty();
        // Twice in the stream, under one identity.
        assertThat(desk.stream()).hasSize(2).containsOnly(new String(LINE, UTF_8));
    }

    private void putEverywhere(DeadLetter letter) {
        List.of("lake", "invoices", "warehouse").forEach(sink -> desk.putLetter(sink, letter));
    }

    private static DeadLetter letter(Stage stage, long sequence, byte[] bytes) {
        return new DeadLetter(
                stage,
                "of an older release",
                "transactions",
                "shardId-000000000000",
                Long.toString(sequence),
                0,
                Desk.ARRIVAL,
                SEEN,
                bytes);
    }
}
