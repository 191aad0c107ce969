package io.tillstream.query.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    @Test
    void givesTheAnswerThatComesInTime() {
        assertThat(new Deadline("store", Duration.ofMinutes(1)).await(() -> "answer"))
                .isEqualTo("answer");
    }

    @Test
    void throwsWhatTheStoreThrew() {
        IllegalStateException failure = new IllegalStateException("out");
        assertThatThrownBy(() -> new Deadline("store", Duration.ofMinutes(1)).await(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void givesUpWhenTheTimeHasPassedAndInterruptsTheCall() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatExceptionOfType(DeadlinePassedException.class)
                .isThrownBy(() ->
                        new Deadline("store", Duration.ofMillis(50)).await(() -> hangUntilInterrupted(interrupted)))
                .withMessage("The store did not answer within 50 ms");
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static String hangUntilInterrupted(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            interrupted.countDown();
        }
        return "too late";
    }
}
