package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.EncodedLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal does. */
interface JournalContract {

    /** An empty one, for about a megabyte. */
    Journal journal();

    /** All lines, drained in portions. */
    static List<String> drainAll(DrainSource source, long portion) throws Exception {
        List<String> texts = new ArrayList<>();
        for (List<EncodedLine> lines = source.oldest(portion); !lines.isEmpty(); lines = source.oldest(portion)) {
            texts.addAll(Lines.texts(lines));
            source.drained();
        }
        return texts;
    }

    @Test
    default void isEmptyAtFirst() throws Exception {
        assertThat(journal().oldest(1)).isEmpty();
        assertThat(journal().backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    default void keepsNothingOfATrial() throws Exception {
        journal().append(Lines.frames("A.1"));
        journal().probe();
        journal().probe();
        journal().append(Lines.frames("A.2"));
        assertThat(JournalContract.drainAll(journal(), 1)).containsExactly("A.1", "A.2");
    }

    @Test
    default void givesTheSameLinesUntilTheyAreDrained() throws Exception {
        journal().append(Lines.frames("A.1", "B.1"));
        journal().append(Lines.frames("A.2"));
        assertThat(Lines.texts(journal().oldest(1))).containsExactly("A.1", "B.1");
        assertThat(Lines.texts(journal().oldest(1))).containsExactly("A.1", "B.1");
        assertThat(journal().backlog().rows()).isEqualTo(3);
        journal().drained();
        assertThat(Lines.texts(journal().oldest(1))).containsExactly("A.2");
    }

    @Test
    default void givesLargerAndSmallerPortions() throws Exception {
        journal().append(JournalFrame.of(Lines.many("A", 1_000), Lines.NOON));
        assertThat(journal().oldest(1 << 20)).hasSize(1_000);
        int few = journal().oldest(1).size();
        assertThat(few).isBetween(1, 250);
        journal().drained();
        assertThat(journal().oldest(1 << 20)).hasSize(1_000 - few);
        assertThat(JournalContract.drainAll(journal(), 100_000))
                .isEqualTo(Lines.texts(Lines.many("A", 1_000)).subList(few, 1_000));
    }

    @Test
    default void keepsTheOrderWhileItIsFilledAndDrained() throws Exception {
        List<String> drained = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            journal().append(JournalFrame.of(Lines.many("A" + i, 40), Lines.NOON));
            if (i % 3 == 2) {
                drained.addAll(Lines.texts(journal().oldest(20_000)));
                journal().drained();
            }
        }
        drained.addAll(JournalContract.drainAll(journal(), 1 << 20));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            expected.addAll(Lines.texts(Lines.many("A" + i, 40)));
        }
        assertThat(drained).isEqualTo(expected);
        assertThat(journal().backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    default void tellsWhatWaits() throws Exception {
        List<JournalFrame> frames = Lines.frames("A.1", "B.1");
        journal().append(frames);
        journal().append(frames);
        journal().oldest(1);
        assertThat(journal().backlog())
                .isEqualTo(new Backlog(4, 2L * frames.getFirst().size(), Lines.NOON));
    }

    @Test
    default void hasRoomUpToItsBound() throws Exception {
        assertThat(journal().hasRoomFor(1 << 20)).isTrue();
        assertThat(journal().hasRoomFor((1 << 20) + 1)).isFalse();
        journal().append(Lines.frames("A.1"));
        assertThat(journal().hasRoomFor(1 << 20)).isFalse();
        assertThat(journal().hasRoomFor((1 << 20) - 1_000)).isTrue();
    }
}
