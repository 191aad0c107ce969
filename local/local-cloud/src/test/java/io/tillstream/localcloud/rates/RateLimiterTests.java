package io.tillstream.localcloud.rates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimiterTests {

    @Test
    void beginsWithOneSecondsWorthAndFillsAtItsRate() {
        RateLimiter limiter = new RateLimiter(10, 0);
        assertThat(limiter.has(10, 0)).isTrue();
        assertThat(limiter.has(11, 0)).isFalse();

        limiter.take(10);
        assertThat(limiter.has(1, 0)).isFalse();
        assertThat(limiter.has(5, 500)).isTrue();
        assertThat(limiter.has(11, 60_000)).isFalse();
    }

    @Test
    void keepsWhatWasNotUsedForItsBurst() {
        RateLimiter limiter = new RateLimiter(10, 300, 0);
        assertThat(limiter.has(11, 0)).isFalse();
        assertThat(limiter.has(3_000, 1_000_000)).isTrue();
        assertThat(limiter.has(3_001, 2_000_000)).isFalse();
    }

    @Test
    void debtIsPaidOffFirst() {
        RateLimiter limiter = new RateLimiter(10, 0);
        limiter.take(30);
        assertThat(limiter.has(0.5, 1_900)).isFalse();
        assertThat(limiter.has(0.5, 2_100)).isTrue();
    }
}
