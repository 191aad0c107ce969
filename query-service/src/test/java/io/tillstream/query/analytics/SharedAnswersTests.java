package io.tillstream.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.query.deadline.Deadline;
import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.AnalyticsUnavailableException;
import io.tillstream.warehouse.analytics.Question;
import io.tillstream.warehouse.analytics.ScoresQuestion;
import io.tillstream.warehouse.analytics.SegmentsQuestion;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedAnswersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SlowWarehouse warehouse = new SlowWarehouse();

    @Test
    void giveAnAnswerAgain() {
        Analytics shared = shared(Duration.ofMinutes(10));
        warehouse.open.countDown();
        shared.answer(new ScoresQuestion(null, 10));
        shared.answer(new ScoresQuestion(null, 10));
        shared.answer(new ScoresQuestion(null, 20));
        assertThat(warehouse.asked).hasValue(2);
        assertThat(registry.get("tillstream.query.warehouse")
                        .tags("question", "rfm", "outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void askOnceForAllWhoWait() throws Exception {
        Analytics shared = shared(Duration.ofMinutes(10));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.<Object>submit(() -> shared.answer(new SegmentsQuestion())))
                    .toList();
            warehouse.open.countDown();
            for (Future<Object> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(List.of());
            }
        }
        assertThat(warehouse.asked).hasValue(1);
    }

    @Test
    void askAgainAfterAFailure() {
        Analytics shared = shared(Duration.ofMinutes(10));
        warehouse.open.countDown();
        warehouse.away = true;
        assertThatExceptionOfType(AnalyticsUnavailableException.class)
                .isThrownBy(() -> shared.answer(new SegmentsQuestion()));
        warehouse.away = false;
        assertThat(shared.answer(new SegmentsQuestion())).isEmpty();
        assertThat(registry.get("tillstream.query.warehouse")
                        .tags("question", "segments", "outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void askEveryTimeWhereNothingIsKept() {
        Analytics shared = shared(Duration.ZERO);
        warehouse.open.countDown();
        shared.answer(new SegmentsQuestion());
        shared.answer(new SegmentsQuestion());
        assertThat(warehouse.asked).hasValue(2);
    }

    private Analytics shared(Duration keep) {
        WatchedStore store = new WatchedStore(new Deadline("warehouse", Duration.ofSeconds(30)));
        return new SharedAnswers(warehouse, store, registry, keep, 1_000);
    }

    /** Answers every question with nothing, once it is open. */
    private static final class SlowWarehouse implements Analytics {

        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean away;

        @Override
        @SuppressWarnings("unchecked")
        public <A> A answer(Question<A> question) {
            asked.incrementAndGet();
            try {
                assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException stopping) {
                throw new AssertionError(stopping);
            }
            if (away) {
                throw new AnalyticsUnavailableException(new SQLException("away"));
            }
            return (A) List.of();
        }
    }
}
