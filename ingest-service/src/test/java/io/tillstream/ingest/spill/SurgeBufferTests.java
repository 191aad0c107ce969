package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.layout.FeedLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurgeBufferTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FakeStream stream = new FakeStream();

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private SurgeBuffer onDisk() {
        SpillMeters meters = new SpillMeters(FeedLayout.TRANSACTIONS.name(), registry);
        Journal journal = DiskSegments.openJournal(folder, new DiskSegments.Limits(64 << 20, 0, 1 << 20), meters);
        open.add(journal);
        return before(journal, meters);
    }

    private SurgeBuffer before(Journal journal, SpillMeters meters) {
        SurgeBuffer.Means means =
                new SurgeBuffer.Means(Duration.ofSeconds(30), Duration.ofSeconds(30), meters, Clock.systemUTC());
        SurgeBuffer buffer = new SurgeBuffer(stream, journal, List.of(), means);
        open.add(buffer);
        return buffer;
    }

    @Test
    void doesNotMeddleWhileTheStreamTakesLines() {
        SurgeBuffer buffer = onDisk();
        assertThat(buffer.publish(Lines.of("A.1"))).isEqualTo(new Stored());
        assertThat(stream.taken()).containsExactly("A.1");
        assertThat(buffer.isSpilling()).isFalse();
    }

    @Test
    void keepsLinesDuringAnOutageAndDrainsThemInOrder() {
        SurgeBuffer buffer = onDisk();
        stream.answer(FakeStream.OUT);
        for (int i = 0; i < 50; i++) {
            assertThat(buffer.publish(Lines.of("A." + i, "B." + i))).isEqualTo(new Spilled());
        }
        assertThat(buffer.isSpilling()).isTrue();
        assertThat(buffer.backlog().rows()).isEqualTo(100);
        assertThat(registry.get("tillstream.ingest.spill.rows").counter().count())
                .isEqualTo(100);
        await().atMost(ONE_MINUTE).until(() -> buffer.trouble().isPresent());
        stream.answer(new Stored());
        await().atMost(ONE_MINUTE).until(() -> !buffer.isSpilling());
        assertThat(buffer.publish(Lines.of("A.50"))).isEqualTo(new Stored());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.addAll(List.of("A." + i, "B." + i));
        }
        expected.add("A.50");
        assertThat(stream.taken()).isEqualTo(expected);
        assertThat(buffer.backlog().rows()).isZero();
        assertThat(buffer.trouble()).isEmpty();
    }

    @Test
    void asksTheStreamOnceAndThenSpillsAtOnce() {
        MemoryJournal journal = new MemoryJournal();
        SurgeBuffer buffer = before(journal, new SpillMeters(FeedLayout.TRANSACTIONS.name(), registry));
        stream.answer(FakeStream.OUT);
        buffer.publish(Lines.of("A.1"));
        await().atMost(ONE_MINUTE).until(() -> buffer.trouble().isPresent());
        int before = stream.calls();
        for (int i = 0; i < 1_000; i++) {
            buffer.publish(Lines.of("B." + i));
        }
        // The drain asks now and then; requests do not.
        assertThat(stream.calls() - before).isLessThan(100);
    }

    @Test
    void spillsWhatTheStreamRefusesAndTellsWhy() {
        SurgeBuffer buffer = onDisk();
        stream.answer(new Refused("AccessDeniedException"));
        assertThat(buffer.publish(Lines.of("A.1"))).isEqualTo(new Spilled());
        await().atMost(ONE_MINUTE).until(() -> buffer.trouble().isPresent());
        assertThat(buffer.trouble()).contains("AccessDeniedException");
        await().atMost(ONE_MINUTE)
                .until(() -> registry.find("tillstream.ingest.spill.drain.failures")
                                .tag("reason", "refused")
                                .counter()
                        != null);
        stream.answer(new Stored());
        await().atMost(ONE_MINUTE).until(() -> stream.taken().equals(List.of("A.1")));
    }

    @Test
    void makesBatchesSmallerForAStreamThatTakesLittle() {
        SurgeBuffer buffer = onDisk();
        stream.answer(FakeStream.OUT);
        buffer.publish(Lines.many("A", 2_000));
        stream.takesAtMost(250);
        stream.answer(new Stored());
        await().atMost(ONE_MINUTE).until(() -> !buffer.isSpilling());
        assertThat(stream.taken()).isEqualTo(Lines.texts(Lines.many("A", 2_000)));
    }

    @Test
    void saysSoWhenItIsFull() {
        MemoryJournal journal = new MemoryJournal();
        SurgeBuffer buffer = before(journal, new SpillMeters(FeedLayout.TRANSACTIONS.name(), registry));
        journal.room(0);
        stream.answer(FakeStream.OUT);
        assertThat(buffer.publish(Lines.of("A.1")))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).contains("full"));
        assertThat(registry.get("tillstream.ingest.spill.refused")
                        .tag("reason", "FULL")
                        .counter()
                        .count())
                .isOne();
        stream.answer(new Stored());
        await().atMost(ONE_MINUTE).until(() -> !buffer.isSpilling());
        assertThat(buffer.publish(Lines.of("A.1"))).isEqualTo(new Stored());
    }

    @Test
    void drainsAfterARestartWhatWasLeft() throws Exception {
        SurgeBuffer buffer = onDisk();
        stream.answer(FakeStream.OUT);
        buffer.publish(Lines.of("A.1"));
        buffer.publish(Lines.of("A.2"));
        close();
        open.clear();
        stream.answer(new Stored());
        SurgeBuffer next = onDisk();
        assertThat(next.publish(Lines.of("A.3"))).isInstanceOfAny(Stored.class, Spilled.class);
        await().atMost(ONE_MINUTE).until(() -> !next.isSpilling());
        assertThat(stream.taken()).containsExactly("A.1", "A.2", "A.3");
    }

    /** Many tills, each with an invoice of its own, while the stream comes and goes. */
    @Test
    void neitherLosesNorReordersWhileItSwitchesToAndFro() throws Exception {
        SurgeBuffer buffer = onDisk();
        int tills = 16;
        int lines = 300;
        stream.outEvery(20);
        List<PublishResult> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<PublishResult>>> sent = new ArrayList<>();
            for (int till = 0; till < tills; till++) {
                String invoice = "I" + till;
                sent.add(threads.submit(() -> {
                    List<PublishResult> results = new ArrayList<>();
                    for (int i = 0; i < lines; i++) {
                        results.add(buffer.publish(Lines.of(invoice + "." + i)));
                    }
                    return results;
                }));
            }
            for (Future<List<PublishResult>> results : sent) {
                all.addAll(results.get());
            }
        }
        await().atMost(ONE_MINUTE).until(() -> !buffer.isSpilling());
        assertThat(all).hasOnlyElementsOfTypes(Stored.class, Spilled.class).contains(new Stored(), new Spilled());
        List<String> firsts = new ArrayList<>(new LinkedHashSet<>(stream.taken()));
        for (int till = 0; till < tills; till++) {
            String invoice = "I" + till + ".";
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                expected.add(invoice + i);
            }
            assertThat(firsts.stream().filter(text -> text.startsWith(invoice))).containsExactlyElementsOf(expected);
        }
    }
}
