package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskJournalTests implements JournalContract {

    private static final DiskSegments.Limits LIMITS = new DiskSegments.Limits(1 << 20, 0, 512 << 10);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = open(LIMITS);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Journal open(DiskSegments.Limits limits) {
        return DiskSegments.openJournal(folder, limits, new SpillMeters(FeedLayout.TRANSACTIONS.name(), registry));
    }

    private void reopen() {
        journal.close();
        journal = open(LIMITS);
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        journal.append(Lines.frames("A.1"));
        journal.append(Lines.frames("A.2", "A.3"));
        journal.append(Lines.frames("B.1"));
        journal.oldest(1);
        journal.drained();
        reopen();
        assertThat(journal.backlog().rows()).isEqualTo(3);
        journal.append(Lines.frames("B.2"));
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.2", "A.3", "B.1", "B.2");
        reopen();
        assertThat(journal.oldest(1)).isEmpty();
        journal.append(Lines.frames("C.1"));
        reopen();
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("C.1");
    }

    @Test
    void deletesWhatIsDrained() throws Exception {
        journal.close();
        journal = open(new DiskSegments.Limits(1 << 20, 0, 64 << 10));
        for (int i = 0; i < 10; i++) {
            journal.append(JournalFrame.of(Lines.many("A" + i, 100), Lines.NOON));
        }
        assertThat(segments()).hasSizeGreaterThan(3);
        JournalContract.drainAll(journal, 1 << 20);
        assertThat(segments()).hasSizeLessThan(2);
        reopen();
        assertThat(journal.oldest(1)).isEmpty();
        assertThat(segments()).isEmpty();
    }

    @Test
    void isOfOneProcess() {
        assertThatIllegalStateException().isThrownBy(() -> open(LIMITS)).withMessageContaining("in use");
    }

    @Test
    void leavesTheDiskItsFreeSpace() {
        journal.close();
        journal =
                open(new DiskSegments.Limits(Long.MAX_VALUE / 2, folder.toFile().getTotalSpace(), 1 << 20));
        assertThat(journal.hasRoomFor(1)).isFalse();
    }

    /** Cuts a segment at every length, as a crash might, and expects every frame before the cut. */
    @Test
    void losesNothingThatWasWholeWhenAWriteIsTorn() throws Exception {
        byte[] whole = threeFrames();
        for (int length = 0; length <= whole.length; length++) {
            leave(Arrays.copyOf(whole, length));
            List<String> expected = Stream.of("A.1", "A.2", "A.3")
                    .limit(length / (whole.length / 3))
                    .toList();
            assertThat(journal.backlog().rows()).isEqualTo(expected.size());
            journal.append(Lines.frames("B.1"));
            assertThat(JournalContract.drainAll(journal, 1 << 20))
                    .isEqualTo(
                            Stream.concat(expected.stream(), Stream.of("B.1")).toList());
            assertThat(setAside()).as("only a torn end").isEmpty();
        }
    }

    @Test
    void setsAsideWhatIsDamagedAndSaysSo() throws Exception {
        byte[] damaged = threeFrames();
        damaged[damaged.length / 2] ^= 1;
        leave(damaged);
        assertThat(JournalContract.drainAll(journal, 1 << 20)).containsExactly("A.1", "A.3");
        assertThat(registry.get("tillstream.ingest.spill.corrupt").counter().count())
                .isOne();
        int frame = damaged.length / 3;
        assertThat(setAside())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(Arrays.copyOfRange(damaged, frame, 2 * frame)));
        assertThat(journal.backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    void setsAsideTheEndOfASegmentThatIsNotTheLast() throws Exception {
        byte[] damaged = threeFrames();
        damaged[damaged.length - 1] ^= 1;
        leave(damaged, threeFrames());
        assertThat(JournalContract.drainAll(journal, 1 << 20)).containsExactly("A.1", "A.2", "A.1", "A.2", "A.3");
        assertThat(setAside()).hasSize(1);
    }

    @Test
    void setsNothingAsideBeforeAllThatCameEarlierIsDrained() throws Exception {
        byte[] damaged = threeFrames();
        damaged[damaged.length / 6] ^= 1;
        leave(threeFrames(), damaged);
        assertThat(Lines.texts(journal.oldest(1 << 20))).containsExactly("A.1", "A.2", "A.3");
        reopen();
        assertThat(setAside()).isEmpty();
        assertThat(JournalContract.drainAll(journal, 1 << 20)).containsExactly("A.1", "A.2", "A.3", "A.2", "A.3");
        assertThat(setAside()).hasSize(1);
    }

    @Test
    void startsAtTheBeginningWhenTheCursorIsDamaged() throws Exception {
        journal.append(Lines.frames("A.1"));
        journal.append(Lines.frames("A.2"));
        journal.oldest(1);
        journal.drained();
        journal.close();
        byte[] cursor = Files.readAllBytes(folder.resolve("cursor"));
        cursor[9] ^= 1;
        Files.write(folder.resolve("cursor"), cursor);
        journal = open(LIMITS);
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.1", "A.2");
    }

    /** Leaves segments and nothing else, as if by a process that was killed. */
    private void leave(byte[]... contents) throws IOException {
        journal.close();
        for (Path file : files("")) {
            Files.delete(file);
        }
        for (int i = 0; i < contents.length; i++) {
            Files.write(folder.resolve("%020d.spill".formatted(7 + i)), contents[i]);
        }
        journal = open(LIMITS);
    }

    private static byte[] threeFrames() {
        List<JournalFrame> frames = new ArrayList<>();
        Stream.of("A.1", "A.2", "A.3").forEach(text -> frames.addAll(Lines.frames(text)));
        byte[] all = new byte[frames.stream().mapToInt(JournalFrame::size).sum()];
        int to = 0;
        for (JournalFrame frame : frames) {
            System.arraycopy(frame.bytes(), 0, all, to, frame.size());
            to += frame.size();
        }
        return all;
    }

    private List<Path> segments() throws IOException {
        return files(".spill");
    }

    private List<Path> setAside() throws IOException {
        return files(".corrupt");
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
