package io.tillstream.consumers.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinksTests {

    private static final Feed TRANSACTIONS = new TransactionFeed();
    private static final Feeds BOTH = new Feeds(List.of(TRANSACTIONS, new ShopEventFeed()));
    private static final SinkType LAKE =
            SinkType.ofEvery(feed -> new NamedSink(feed, feed.layout().sink("lake")));
    private static final SinkType INVOICES =
            SinkType.only(TRANSACTIONS.name(), feed -> new NamedSink(feed, "invoices"));

    @Test
    void thereIsOneOfEachTypeForEachFeedThatItTakes() {
        assertThat(Sinks.of(List.of(LAKE, INVOICES), BOTH).all())
                .extracting(Sink::name)
                .containsExactly("lake", "invoices", "events-lake");
    }

    @Test
    void aFeedThatIsNotRunHasNone() {
        assertThat(Sinks.of(List.of(LAKE, INVOICES), new Feeds(List.of(TRANSACTIONS)))
                        .all())
                .extracting(Sink::name)
                .containsExactly("lake", "invoices");
    }

    /** They would share leases, and each would see half of the shards. */
    @Test
    void twoOfOneNameAreRefused() {
        SinkType same = SinkType.ofEvery(feed -> new NamedSink(feed, "copies"));
        assertThatThrownBy(() -> Sinks.of(List.of(same), BOTH)).hasMessageContaining("copies, copies");
    }

    private record NamedSink(Feed feed, String name) implements Sink {

        @Override
        public ShardSink open(String shardId, Refusals refusals) {
            throw new UnsupportedOperationException(name);
        }
    }
}
