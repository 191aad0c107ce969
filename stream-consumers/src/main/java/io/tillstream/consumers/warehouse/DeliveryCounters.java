package io.tillstream.consumers.warehouse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the results of sending records, once for each time they were sent.
 *
 * @param taken those that Firehose acknowledged
 * @param returned those it handed back to be sent again
 * @param failed those of calls that were throttled, or failed as a whole
 */
record DeliveryCounters(Counter taken, Counter returned, Counter failed) {

    static DeliveryCounters in(MeterRegistry registry) {
        return new DeliveryCounters(
                records("taken", registry), records("returned", registry), records("failed", registry));
    }

    private static Counter records(String outcome, MeterRegistry registry) {
        return Counter.builder("tillstream.consumer.firehose.records")
                .description("Records sent to Firehose, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
