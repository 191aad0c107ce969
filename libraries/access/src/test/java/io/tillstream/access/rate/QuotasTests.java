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
    private final AtomicInteger addressRefusals = new AtomicInteger();
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
    void givesEachAddressItsShareOfAKey() {
        Quotas quotas = quotas(Limits.NONE);
        Limits own = new Limits(null, new Rate(10, 30));
        Quota one = quotas.ofKeyAt("192.0.2.1", new Rate(10, 20), "shop", own);
        assertThat(one.takeRows(20)).isEmpty();
        assertThat(one.takeRows(5)).contains(Duration.ofMillis(500));
        assertThat(addressRefusals).hasValue(1);
        Quota two = quotas.ofKeyAt("192.0.2.2", new Rate(10, 20), "shop", own);
        assertThat(two.takeRows(20)).as("the key has 10 left").contains(Duration.ofSeconds(1));
        assertThat(refusals).hasValue(1);
        assertThat(two.takeRows(10)).isEmpty();
        assertThat(two.takeRows(10)).as("what was refused was given back").contains(Duration.ofSeconds(1));
        assertThat(addressRefusals).hasValue(1);
    }

    @Test
    void givesBackTheDebtOfARefusedRequest() {
        Quotas quotas = quotas(Limits.NONE);
        Limits own = new Limits(null, new Rate(10, 30));
        assertThat(quotas.ofKey("shop", own).takeRows(30)).isEmpty();
        Quota visitor = quotas.ofKeyAt("192.0.2.1", new Rate(1, 20), "shop", own);
        assertThat(visitor.takeRows(100)).contains(Duration.ofSeconds(3));
        pass(Duration.ofSeconds(3));
        assertThat(visitor.takeRows(20)).isEmpty();
    }

    @Test
    void boundsTheRequestsOfAnAddressByTheSameRate() {
        Quota visitor = quotas(Limits.NONE).ofKeyAt("192.0.2.1", new Rate(1, 2), "shop", Limits.NONE);
        assertThat(visitor.takeRequest()).isEmpty();
        assertThat(visitor.takeRequest()).isEmpty();
        assertThat(visitor.takeRequest()).contains(Duration.ofSeconds(1));
    }

    @Test
    void takesANetworkOfIpv6ForOneAddressAndKeysApart() {
        Quotas quotas = quotas(Limits.NONE);
        Rate rate = new Rate(1, 1);
        assertThat(quotas.ofKeyAt("2001:db8::1", rate, "shop", Limits.NONE).takeRows(1))
                .isEmpty();
        assertThat(quotas.ofKeyAt("2001:db8:0:0:ffff::9", rate, "shop", Limits.NONE)
                        .takeRows(1))
                .isPresent();
        assertThat(quotas.ofKeyAt("2001:db8:0:1::1", rate, "shop", Limits.NONE).takeRows(1))
                .isEmpty();
        assertThat(quotas.ofKeyAt("2001:db8::1", rate, "blog", Limits.NONE).takeRows(1))
                .isEmpty();
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        AddressRates addresses = new AddressRates(time, () -> {});
        for (int i = 0; i < 2 * AddressRates.REMEMBERED; i++) {
            addresses.of("shop", new Rate(1, 1), "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256);
        }
        assertThat(addresses.remembered()).isLessThanOrEqualTo(AddressRates.REMEMBERED);
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
        return Quotas.of(defaults, time, refusals::incrementAndGet, addressRefusals::incrementAndGet);
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
