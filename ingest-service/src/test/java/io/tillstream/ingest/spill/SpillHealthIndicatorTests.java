package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedLayout;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

final class SpillHealthIndicatorTests {

    private final MemoryJournal journal = new MemoryJournal();
    private final FakeStream stream = new FakeStream();
    private final SurgeBuffer buffer = buffer();

    private SurgeBuffer buffer() {
        return new SurgeBuffer(
                stream,
                journal,
                List.of(),
                new SurgeBuffer.Means(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(20),
                        new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry()),
                        Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        buffer.close();
    }

    private Health health(Health ofStream) {
        return new SpillHealthIndicator(() -> ofStream, buffer).health();
    }

    @Test
    void isUpWithTheStream() {
        await().atMost(ONE_MINUTE).until(buffer::hasBeenReady);
        journal.room(0);
        journal.broken(true);
        await().atMost(ONE_MINUTE).until(() -> !buffer.isReady());
        assertThat(health(Health.up().build()).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWithoutTheStreamAsLongAsTheJournalTakesRows() {
        stream.answer(FakeStream.OUT);
        buffer.publish(Lines.of("A.1"));
        await().atMost(ONE_MINUTE).until(() -> buffer.trouble().isPresent() && buffer.isReady());
        Health health = health(Health.down().build());
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("spilling", true)
                .containsEntry("stream", "DOWN")
                .containsEntry("waitingRows", 1L)
                .containsEntry("trouble", "out");
    }

    @Test
    void isDownWhileTheJournalHasNeverBeenReady() {
        journal.broken(true);
        try (SurgeBuffer useless = buffer()) {
            await().atMost(ONE_MINUTE)
                    .until(() -> useless.troubleOfJournal()
                            .filter(trouble -> trouble.contains("broken"))
                            .isPresent());
            SpillHealthIndicator indicator =
                    new SpillHealthIndicator(() -> Health.up().build(), useless);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(indicator.health().getDetails().get("journal"))
                    .asString()
                    .contains("broken");
            journal.broken(false);
            await().atMost(ONE_MINUTE)
                    .until(() -> Status.UP.equals(indicator.health().getStatus()));
        }
    }

    @Test
    void isDownWhenNeitherTakesRows() {
        journal.room(0);
        assertThat(health(Health.down().build()).getStatus()).isEqualTo(Status.DOWN);
    }
}
