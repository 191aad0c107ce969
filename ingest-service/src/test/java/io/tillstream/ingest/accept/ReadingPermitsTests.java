package io.tillstream.ingest.accept;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.accept.RequestRefused.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

final class ReadingPermitsTests {

    private final ReadingPermits permits =
            new ReadingPermits(new RequestLimits(4, 2, 3, Duration.ofSeconds(60), DataSize.ofBytes(0)));

    @Test
    void leavesRoomForOtherCallers() {
        permits.take(sender("greedy", "1"));
        permits.take(sender("greedy", "2"));
        assertRefused(sender("greedy", "3"), Reason.TOO_MANY_OF_SENDER);
        permits.take(sender("modest", "1"));
        permits.release(sender("greedy", "1"));
        permits.take(sender("greedy", "3"));
    }

    @Test
    void leavesRoomForOtherAddresses() {
        permits.take(sender("a", "1"));
        permits.take(sender("b", "1"));
        permits.take(sender("c", "1"));
        assertRefused(sender("d", "1"), Reason.TOO_MANY_OF_SENDER);
        permits.take(sender("d", "2"));
    }

    @Test
    void refusesMoreThanItMayReadAtATime() {
        for (int i = 0; i < 4; i++) {
            permits.take(sender("caller " + i, "address " + i));
        }
        for (int i = 0; i < 10; i++) {
            assertRefused(sender("another", "elsewhere"), Reason.TOO_MANY_REQUESTS);
        }
        permits.release(sender("caller 0", "address 0"));
        permits.take(sender("another", "elsewhere"));
    }

    private void assertRefused(Sender sender, Reason reason) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> permits.take(sender))
                .matches(refused -> refused.reason() == reason);
    }

    private static Sender sender(String caller, String address) {
        return new Sender(caller, address, Optional.empty());
    }
}
