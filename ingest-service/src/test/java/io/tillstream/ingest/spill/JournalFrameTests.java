package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class JournalFrameTests {

    private static final List<JournalFrame> FRAMES =
            List.of(frame("A.1", "B.1"), frame("A.2"), frame("C.ümlaut", "B.2", "A.3"), frame("D.1"));

    @Property(tries = 200)
    void givesBackWhatWasPut(@ForAll @NotEmpty List<@Size(max = 50) byte[]> bodies) throws Exception {
        List<EncodedLine> lines =
                bodies.stream().map(body -> new EncodedLine("key", body)).toList();
        byte[] bytes = bytes(JournalFrame.of(lines, Lines.NOON));
        FrameWindow window = new FrameWindow(bytes);
        List<EncodedLine> read = window.take(Long.MAX_VALUE, (from, unreadable) -> {
            throw new AssertionError("All is readable");
        });
        assertThat(read).extracting(EncodedLine::bytes).containsExactlyElementsOf(bodies);
        assertThat(read).extracting(EncodedLine::partitionKey).containsOnly("key");
        assertThat(window.oldest()).isEqualTo(Lines.NOON);
    }

    @Test
    void cutsManyLinesIntoSmallFrames() throws Exception {
        List<JournalFrame> frames = JournalFrame.of(Lines.many("A", 1_000), Lines.NOON);
        assertThat(frames).hasSizeGreaterThan(4);
        assertThat(frames).allMatch(frame -> frame.size() < 66_000);
        assertThat(frames.stream().mapToInt(JournalFrame::rows).sum()).isEqualTo(1_000);
        FrameWindow window = new FrameWindow(bytes(frames));
        List<String> read = new ArrayList<>();
        while (!window.isExhausted()) {
            List<EncodedLine> some = window.take(100_000, (from, unreadable) -> {});
            assertThat(some).hasSizeLessThan(500);
            read.addAll(Lines.texts(some));
            window.confirm();
        }
        assertThat(read).isEqualTo(Lines.texts(Lines.many("A", 1_000)));
    }

    @Test
    void keepsAllFramesBeforeTheEndOfATornFile() throws Exception {
        byte[] whole = bytes(FRAMES);
        for (int length = 0; length <= whole.length; length++) {
            int complete = 0;
            List<String> expected = new ArrayList<>();
            for (JournalFrame frame : FRAMES) {
                complete += frame.size();
                if (complete <= length) {
                    expected.addAll(texts(frame));
                }
            }
            assertThat(readAll(Arrays.copyOf(whole, length))).isEqualTo(expected);
        }
    }

    @Property(tries = 2_000)
    void losesOnlyTheFrameThatWasDamaged(@ForAll int place, @ForAll @IntRange(min = 1, max = 255) int damage)
            throws Exception {
        byte[] whole = bytes(FRAMES);
        int at = Math.floorMod(place, whole.length);
        whole[at] ^= (byte) damage;
        List<String> expected = new ArrayList<>();
        int from = 0;
        for (JournalFrame frame : FRAMES) {
            if (at < from || at >= from + frame.size()) {
                expected.addAll(texts(frame));
            }
            from += frame.size();
        }
        assertThat(readAll(whole)).isEqualTo(expected);
    }

    /** All that can be read; what cannot must be shorter than the file. */
    private static List<String> readAll(byte[] bytes) throws Exception {
        FrameWindow window = new FrameWindow(bytes);
        List<String> texts = new ArrayList<>();
        int[] unreadable = {0};
        while (!window.isExhausted()) {
            texts.addAll(Lines.texts(window.take(1, (from, lost) -> unreadable[0] += lost.remaining())));
            window.confirm();
        }
        return texts;
    }

    private static JournalFrame frame(String... texts) {
        return Lines.frames(texts).getFirst();
    }

    private static List<String> texts(JournalFrame frame) {
        return Lines.texts(((JournalPiece.Whole) JournalPiece.at(ByteBuffer.wrap(frame.bytes()), 0)).lines());
    }

    private static byte[] bytes(List<JournalFrame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(frame -> all.writeBytes(frame.bytes()));
        return all.toByteArray();
    }
}
