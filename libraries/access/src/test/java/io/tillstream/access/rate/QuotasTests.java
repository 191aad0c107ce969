package io.tillstream.access.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class QuotasTests {

    private static final Limits TEN_ROWS = new Limits(null, new Rate(10, 20));

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger refusals = new AtomicInteger();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void takesAllRowsOrNone() {
        Quota quota = quotas(Limits.NONE).ofKey("till", TEN_ROWS);
        assertThat(quota.takeRows(15)).isEmpty();
        assertThat(quota.takeRows(10)).contains(Duration.ofMillis(500));
        assertThat(quota.takeRows(5)).isEmpty();
        assertThat(refusals).hasValue(1);
        pass(Duration.ofMillis(500));
        assertThat(quota.takeRows(5)).isEmpty();
    }

    @Test
    void letsARequestLargerThanTheBurstThroughAndKeepsTheRate() {
        Quota quota = quotas(Limits.NONE).ofKey("till", TEN_ROWS);
        assertThat(quota.takeRows(50)).isEmpty();
        assertThat(quota.takeRows(1)).contains(Duration.ofMillis(3_100));
        assertThat(quota.takeRows(50)).contains(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        assertThat(quota.takeRows(50)).isEmpty();
    }

    @Test
    void countsRequestsAndRowsApart() {
        Quota quota = quotas(Limits.NONE).ofKey("till", new Limits(new Rate(1, 0), new Rate(1, 0)));
        assertThat(quota.takeRequest()).isEmpty();
        assertThat(quota.takeRows(1)).isEmpty();
        assertThat(quota.takeRows(0)).isEmpty();
        assertThat(quota.takeRequest()).contains(Duration.ofSeconds(1));
    }

    @Test
    void givesEveryCallerItsOwn() {
        Quotas quotas = quotas(TEN_ROWS);
        assertThat(quotas.ofKey("a", Limits.NONE).takeRows(20)).isEmpty();
        assertThat(quotas.ofKey("a", Limits.NONE).takeRows(1)).isPresent();
        assertThat(quotas.ofKey("b", Limits.NONE).takeRows(20)).isEmpty();
        assertThat(quotas.ofSubject("a").takeRows(20)).isEmpty();
        assertThat(quotas.ofKey("a", new Limits(null, new Rate(100, 0))).takeRows(20))
                .isEmpty();
    }

    @Test
    void neverRefusesWhereThereIsNoLimit() {
        Quota quota = quotas(Limits.NONE).ofSubject("anybody");
        assertThat(quota.takeRows(Long.MAX_VALUE)).isEmpty();
        assertThat(quota.takeRequest()).isEmpty();
    }

    @Test
    void refusesRatesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(5, -1));
        assertThat(new Rate(5, 0).burst()).isEqualTo(5);
    }

    private Quotas quotas(Limits defaults) {
        return Quotas.of(defaults, time, refusals::incrementAndGet);
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
