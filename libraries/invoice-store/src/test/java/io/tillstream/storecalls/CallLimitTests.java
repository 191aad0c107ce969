package io.tillstream.storecalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallLimitTests {

    private static final int FLOOR = 2;
    private static final int CEILING = 16;

    private long now;
    private CallLimit limit = new CallLimit(FLOOR, CEILING, () -> now);

    @BeforeEach
    void beginAnew() {
        now = 0;
        limit = new CallLimit(FLOOR, CEILING, () -> now);
    }

    @Test
    void growsFromTheFloorToTheCeilingWhileCallsAreAsQuickAsEver() throws InterruptedException {
        assertThat(limit.current()).isEqualTo(FLOOR);
        for (int i = 0; i < 100; i++) {
            callAsManyAsAllowed(10);
        }
        assertThat(limit.current()).isEqualTo(CEILING);
    }

    @Test
    void doesNotGrowOnCallsThatDoNotUseWhatThereIs() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            call(1, 10);
        }
        assertThat(limit.current()).isEqualTo(FLOOR);
    }

    @Test
    void shrinksOnceForAllCallsThatWereThrottledTogether() throws InterruptedException {
        growToCeiling();
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < CEILING; i++) {
            begun.add(limit.begin());
        }
        now += 5;
        begun.forEach(limit::overloaded);
        assertThat(limit.current()).isEqualTo(11);
    }

    @Test
    void neverShrinksBelowTheFloor() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            long begun = limit.begin();
            now += 5;
            limit.overloaded(begun);
            limit.end();
        }
        assertThat(limit.current()).isEqualTo(FLOOR);
    }

    @Test
    void settlesWhereMoreCallsOnlyTakeLonger() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            // A store that can do four calls at a time: above that, each waits for others.
            callAsManyAsAllowed(10L * Math.max(4, limit.current()));
        }
        assertThat(limit.current()).isBetween(4, 9);
    }

    @Test
    void growsAgainWhenTheStoreIsSlowerForGood() throws InterruptedException {
        growToCeiling();
        for (int i = 0; i < 100; i++) {
            callAsManyAsAllowed(100);
        }
        assertThat(limit.current()).isEqualTo(FLOOR);
        for (int i = 0; i < 10_000; i++) {
            callAsManyAsAllowed(100);
        }
        assertThat(limit.current()).isEqualTo(CEILING);
    }

    private void growToCeiling() throws InterruptedException {
        while (limit.current() < CEILING) {
            callAsManyAsAllowed(10);
        }
    }

    private void callAsManyAsAllowed(long nanos) throws InterruptedException {
        call(limit.current(), nanos);
    }

    private void call(int atOnce, long nanos) throws InterruptedException {
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            begun.add(limit.begin());
        }
        now += nanos;
        begun.forEach(begin -> {
            limit.succeeded(begin);
            limit.end();
        });
    }
}
