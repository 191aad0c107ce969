package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectJournalTests implements JournalContract {

    private final MemoryObjects objects = new MemoryObjects();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SpillKeys keys = new SpillKeys("transactions", "i1");
    private final Journal journal = ObjectSegments.newJournal(
            objects, keys, 1 << 20, new SpillMeters(FeedLayout.TRANSACTIONS.name(), registry));

    @Override
    public Journal journal() {
        return journal;
    }

    @Test
    void keepsEveryAppendInAnObjectUntilItIsDrained() throws Exception {
        journal.append(Lines.frames("A.1", "A.2"));
        journal.append(Lines.frames("A.3"));
        assertThat(objects.list("spill/"))
                .extracting(SpillObjects.Listed::key)
                .containsExactly("spill/transactions/i1/000000000001-2", "spill/transactions/i1/000000000002-1");
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.1", "A.2", "A.3");
        assertThat(objects.list("spill/")).isEmpty();
    }

    @Test
    void givesTheLinesOfSeveralObjectsTogether() throws Exception {
        for (int i = 1; i <= 5; i++) {
            journal.append(Lines.frames("A." + i));
        }
        assertThat(Lines.texts(journal.oldest(1))).containsExactly("A.1");
        assertThat(Lines.texts(journal.oldest(1 << 20))).containsExactly("A.1", "A.2", "A.3", "A.4", "A.5");
        journal.drained();
        assertThat(journal.backlog()).isEqualTo(Backlog.NONE);
        assertThat(journal.oldest(1)).isEmpty();
        assertThat(objects.list("spill/")).isEmpty();
    }

    @Test
    void goesOnWhenAnotherInstanceDrainedAnObject() throws Exception {
        journal.append(Lines.frames("A.1"));
        journal.append(Lines.frames("A.2"));
        objects.delete(List.of(keys.lines(1, 1)));
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.2");
        assertThat(journal.backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    void keepsWhatCannotBeReadUnderAnotherName() throws Exception {
        journal.append(Lines.frames("A.1"));
        journal.append(Lines.frames("A.2"));
        objects.put(keys.lines(1, 1), new byte[] {1, 2, 3});
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.2");
        assertThat(objects.get("spill-corrupt/transactions/i1/000000000001-1-0"))
                .hasValueSatisfying(kept -> assertThat(kept).containsExactly(1, 2, 3));
        assertThat(registry.get("tillstream.ingest.spill.corrupt").counter().count())
                .isOne();
    }

    @Test
    void promisesNothingWhileTheStoreIsOut() throws Exception {
        objects.out(true);
        assertThatIOException().isThrownBy(() -> journal.append(Lines.frames("A.1")));
        objects.out(false);
        journal.append(Lines.frames("A.2"));
        objects.out(true);
        assertThatIOException().isThrownBy(() -> journal.oldest(1));
        objects.out(false);
        assertThat(JournalContract.drainAll(journal, 1)).containsExactly("A.2");
    }
}
