package io.tillstream.consumers.lookups;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.storecalls.StoreActivity;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Shows what the store of a sink does, as {@code tillstream.consumer.invoices.*} for the sink of that name. */
public final class StoreMeters {

    private final String prefix;
    private final StoreActivity activity;
    private final MeterRegistry registry;

    private StoreMeters(String sink, StoreActivity activity, MeterRegistry registry) {
        this.prefix = "tillstream.consumer." + sink + ".";
        this.activity = activity;
        this.registry = registry;
    }

    /**
     * Shows what a store does.
     *
     * @param calls the kinds of calls that the store makes
     */
    public static void register(
            String sink, Set<StoreActivity.Call> calls, StoreActivity activity, MeterRegistry registry) {
        StoreMeters shown = new StoreMeters(sink, activity, registry);
        Gauge.builder(shown.prefix + "concurrency", activity, StoreActivity::concurrency)
                .description("How many calls to DynamoDB may be under way at once")
                .register(registry);
        shown.counter("lines", "Lines that DynamoDB has accepted", StoreActivity::lines);
        shown.counter("throttled", "Calls that were throttled or not answered", StoreActivity::throttled);
        shown.counter("unprocessed", "Lines that DynamoDB handed back", StoreActivity::unprocessed);
        shown.counter(
                "other_versions",
                "Lines that do not count because another line of the same identity has other content",
                StoreActivity::otherVersions);
        calls.forEach(shown::calls);
    }

    private void counter(String name, String description, ToDoubleFunction<StoreActivity> value) {
        FunctionCounter.builder(prefix + name, activity, value)
                .description(description)
                .register(registry);
    }

    private void calls(StoreActivity.Call call) {
        FunctionCounter.builder(prefix + "calls", activity, counted -> counted.calls(call))
                .description("Calls to DynamoDB, those that failed included")
                .tag("call", call.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
