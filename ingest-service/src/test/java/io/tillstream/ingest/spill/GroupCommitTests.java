package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.spill.GroupCommit.Outcome;
import io.tillstream.model.layout.FeedLayout;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GroupCommitTests {

    private final MemoryJournal journal = new MemoryJournal();

    private GroupCommit commits(Journal target, Duration timeout) {
        SpillMeters meters = new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry());
        return new GroupCommit(
                target,
                new Signal(),
                new SurgeBuffer.Means(timeout, Duration.ofSeconds(30), meters, Clock.systemUTC()));
    }

    @Test
    void appendsAtOnceWhatWaitsAtTheSameTime() throws Exception {
        CountDownLatch firstAppends = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HeldJournal held = new HeldJournal(journal, firstAppends, goOn);
        try (GroupCommit commits = commits(held, Duration.ofMinutes(1));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            outcomes.add(callers.submit(() -> commits.commit(Lines.frames("A.0"))));
            assertThat(firstAppends.await(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 1; i <= 200; i++) {
                String text = "A." + i;
                outcomes.add(callers.submit(() -> commits.commit(Lines.frames(text))));
            }
            await().atMost(ONE_MINUTE).until(() -> commits.waiting() == 200);
            assertThat(outcomes).as("answered before the journal has it").noneMatch(Future::isDone);
            goOn.countDown();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(Outcome.STORED);
            }
        }
        assertThat(journal.appends()).containsExactly(1, 200);
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (GroupCommit commits = commits(journal, Duration.ofMinutes(1))) {
            assertThat(commits.isReady()).isTrue();
            journal.room(100);
            assertThat(commits.commit(Lines.frames("A." + "x".repeat(200)))).isEqualTo(Outcome.FULL);
            assertThat(commits.commit(Lines.frames("A.1"))).isEqualTo(Outcome.STORED);
            assertThat(commits.isReady()).isFalse();
        }
    }

    @Test
    void goesOnAfterAFailure() {
        try (GroupCommit commits = commits(journal, Duration.ofMinutes(1))) {
            journal.broken(true);
            assertThat(commits.commit(Lines.frames("A.1"))).isEqualTo(Outcome.FAILED);
            assertThat(commits.isReady()).isFalse();
            journal.broken(false);
            assertThat(commits.commit(Lines.frames("A.2"))).isEqualTo(Outcome.STORED);
            assertThat(commits.isReady()).isTrue();
        }
    }

    @Test
    void endsAWaitThatIsTooLongWithoutAPromise() {
        CountDownLatch goOn = new CountDownLatch(1);
        HeldJournal held = new HeldJournal(journal, new CountDownLatch(1), goOn);
        try (GroupCommit commits = commits(held, Duration.ofMillis(20))) {
            assertThat(commits.commit(Lines.frames("A.1"))).isEqualTo(Outcome.FAILED);
            goOn.countDown();
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        GroupCommit commits = commits(journal, Duration.ofMinutes(1));
        commits.close();
        assertThat(commits.commit(Lines.frames("A.1"))).isEqualTo(Outcome.FAILED);
    }
}
