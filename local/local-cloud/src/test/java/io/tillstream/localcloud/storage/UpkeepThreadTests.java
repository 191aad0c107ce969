package io.tillstream.localcloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpkeepThreadTests {

    @Test
    void worksOnWhenAPieceFails() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Runnable failing = () -> {
            throw new IllegalStateException("a broken item");
        };
        try (UpkeepThread upkeep = new UpkeepThread("Upkeep of a test", failing, reached::countDown)) {
            upkeep.start();
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void beginsNoPieceOnceItIsClosed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        UpkeepThread upkeep = new UpkeepThread(
                "Upkeep of a test",
                () -> {
                    begun.countDown();
                    awaitUnchecked(closing);
                },
                second::countDown);
        upkeep.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closer = Thread.ofVirtual().start(upkeep::close);
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        closing.countDown();
        assertThat(closer.join(Duration.ofSeconds(10))).isTrue();
        assertThat(second.getCount()).isOne();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
