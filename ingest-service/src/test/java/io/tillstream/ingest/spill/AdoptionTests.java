package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedLayout;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AdoptionTests {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final MemoryObjects objects = new MemoryObjects();
    private final SpillMeters meters = new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry());
    private final AtomicLong nanos = new AtomicLong();

    private final class Instance {

        final Journal journal;
        final Adoption adoption;

        Instance(String name) {
            SpillKeys keys = new SpillKeys("transactions", name);
            journal = ObjectSegments.newJournal(objects, keys, 1 << 20, meters);
            adoption = new Adoption(objects, keys, journal, new InstanceWatch(LEASE, nanos::get), meters);
        }
    }

    private final Instance dead = new Instance("dead");
    private final Instance one = new Instance("one");
    private final Instance two = new Instance("two");

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void drainsWhatADeadInstanceLeft() throws Exception {
        dead.journal.append(Lines.frames("A.1"));
        dead.journal.append(Lines.frames("A.2"));
        dead.adoption.beat();
        assertThat(one.adoption.beat()).isFalse();
        pass(LEASE);
        assertThat(one.adoption.beat()).isTrue();
        assertThat(one.adoption.backlog().rows()).isEqualTo(2);
        assertThat(JournalContract.drainAll(one.adoption, 1)).containsExactly("A.1", "A.2");
        assertThat(objects.list("spill/")).isEmpty();
        assertThat(one.adoption.beat()).isFalse();
    }

    @Test
    void leavesTheLivingAlone() throws Exception {
        dead.journal.append(Lines.frames("A.1"));
        for (int i = 0; i < 10; i++) {
            dead.adoption.beat();
            assertThat(one.adoption.beat()).isFalse();
            pass(LEASE.dividedBy(3));
        }
        assertThat(one.adoption.oldest(1)).isEmpty();
    }

    @Test
    void twoDoNotClaimTheSame() throws Exception {
        dead.journal.append(Lines.frames("A.1"));
        dead.adoption.beat();
        one.adoption.beat();
        two.adoption.beat();
        pass(LEASE);
        assertThat(one.adoption.beat()).isTrue();
        assertThat(two.adoption.beat()).isFalse();
        pass(LEASE.dividedBy(2));
        one.adoption.beat();
        pass(LEASE.dividedBy(2));
        assertThat(two.adoption.beat()).as("the claim is renewed").isFalse();
    }

    @Test
    void adoptsFromAnAdopterThatDied() throws Exception {
        dead.journal.append(Lines.frames("A.1"));
        one.adoption.beat();
        pass(LEASE);
        assertThat(one.adoption.beat()).isTrue();
        assertThat(two.adoption.beat()).isFalse();
        pass(LEASE);
        assertThat(two.adoption.beat()).isTrue();
        assertThat(JournalContract.drainAll(two.adoption, 1)).containsExactly("A.1");
    }

    @Test
    void givesBackWhatWasNotDead() throws Exception {
        dead.journal.append(Lines.frames("A.1"));
        dead.adoption.beat();
        one.adoption.beat();
        pass(LEASE);
        assertThat(one.adoption.beat()).isTrue();
        dead.adoption.beat();
        one.adoption.beat();
        assertThat(one.adoption.backlog()).isEqualTo(Backlog.NONE);
        assertThat(JournalContract.drainAll(dead.journal, 1)).containsExactly("A.1");
        dead.adoption.beat();
        assertThat(objects.list("spill/")).isEmpty();
    }
}
