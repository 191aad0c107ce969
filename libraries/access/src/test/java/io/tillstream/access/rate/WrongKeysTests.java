package io.tillstream.access.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WrongKeysTests {

    private final AtomicLong nanos = new AtomicLong();
    private final WrongKeys wrongKeys = WrongKeys.of(3, 100, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void letsAnAddressWaitThatSendsTooMany() {
        for (int i = 0; i < 3; i++) {
            assertThat(wrongKeys.count("192.0.2.1")).isEmpty();
        }
        pass(Duration.ofSeconds(20));
        assertThat(wrongKeys.count("192.0.2.1")).contains(Duration.ofSeconds(40));
        assertThat(wrongKeys.count("192.0.2.2")).isEmpty();
        pass(Duration.ofSeconds(40));
        assertThat(wrongKeys.count("192.0.2.1")).isEmpty();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(wrongKeys.count("2001:db8::" + i)).isEmpty();
        }
        assertThat(wrongKeys.count("2001:db8:0:0:ffff::1")).isPresent();
        assertThat(wrongKeys.count("2001:db8:0:1::1")).isEmpty();
        assertThat(wrongKeys.count("no address")).isEmpty();
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        for (int i = 0; i < 10_000; i++) {
            wrongKeys.count("10.0." + i / 256 + "." + i % 256);
        }
        assertThat(wrongKeys.remembered()).isLessThanOrEqualTo(100);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
