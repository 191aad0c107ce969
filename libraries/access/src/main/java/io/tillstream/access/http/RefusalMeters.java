package io.tillstream.access.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts refused requests by their reason. */
final class RefusalMeters {

    /** Why a request is refused. */
    enum Reason {
        NO_KEY,
        BAD_KEY,
        EXPIRED_KEY,
        TOO_MANY_WRONG_KEYS,
        SCOPE,
        STORE,
        RATE,
        ADDRESS_RATE,
        KEY_IN_URL,
        WRONG_HOST,
        FOREIGN_ORIGIN
    }

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    RefusalMeters(MeterRegistry registry) {
        Arrays.stream(Reason.values()).forEach(reason -> counters.put(reason, counter(reason, registry)));
    }

    void count(Reason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(Reason reason, MeterRegistry registry) {
        return Counter.builder("tillstream.access.refused")
                .description("Requests refused before a service saw them, or for their rows")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
