package io.tillstream.consumers.warehouse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.layout.FeedName;

/**
 * Counts the results of sending the records of a feed, once for each time they were sent.
 *
 * @param taken those that Firehose acknowledged
 * @param returned those it handed back to be sent again
 * @param failed those of calls that were throttled, or failed as a whole
 */
record DeliveryCounters(Counter taken, Counter returned, Counter failed) {

    static DeliveryCounters of(FeedName feed, MeterRegistry registry) {
        return new DeliveryCounters(
                records(feed, "taken", registry),
                records(feed, "returned", registry),
                records(feed, "failed", registry));
    }

    private static Counter records(FeedName feed, String outcome, MeterRegistry registry) {
        return Counter.builder("tillstream.consumer.firehose.records")
                .description("Records sent to Firehose, by what became of them")
                .tag("feed", feed.value())
                .tag("outcome", outcome)
                .register(registry);
    }
}
