package io.tillstream.consumers.invoices;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.storecalls.StoreActivity;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows what the store does, as {@code tillstream.consumer.invoices.*}. */
final class StoreMeters {

    private static final String PREFIX = "tillstream.consumer.invoices.";

    private final StoreActivity activity;
    private final MeterRegistry registry;

    private StoreMeters(StoreActivity activity, MeterRegistry registry) {
        this.activity = activity;
        this.registry = registry;
    }

    static void register(StoreActivity activity, MeterRegistry registry) {
        StoreMeters shown = new StoreMeters(activity, registry);
        Gauge.builder(PREFIX + "concurrency", activity, StoreActivity::concurrency)
                .description("How many calls to DynamoDB may be under way at once")
                .register(registry);
        shown.counter("lines", "Lines that DynamoDB has accepted", StoreActivity::lines);
        shown.counter("throttled", "Calls that were throttled or not answered", StoreActivity::throttled);
        shown.counter("unprocessed", "Lines that DynamoDB handed back", StoreActivity::unprocessed);
        shown.counter(
                "other_versions",
                "Lines that do not count because another line of the same identity has other content",
                StoreActivity::otherVersions);
        for (StoreActivity.Call call : StoreActivity.Call.values()) {
            shown.calls(call);
        }
    }

    private void counter(String name, String description, ToDoubleFunction<StoreActivity> value) {
        FunctionCounter.builder(PREFIX + name, activity, value)
                .description(description)
                .register(registry);
    }

    private void calls(StoreActivity.Call call) {
        FunctionCounter.builder(PREFIX + "calls", activity, counted -> counted.calls(call))
                .description("Calls to DynamoDB, those that failed included")
                .tag("call", call.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
