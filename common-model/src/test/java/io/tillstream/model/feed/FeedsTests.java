package io.tillstream.model.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillstream.model.layout.FeedName;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedsTests {

    private static final FeedName TRANSACTIONS = new FeedName("transactions");

    @Test
    void findsTheFeedsThatAreInstalled() {
        Feeds installed = Feeds.installed();
        assertThat(installed.all()).hasAtLeastOneElementOfType(TransactionFeed.class);
        assertThat(installed.named(TRANSACTIONS)).isInstanceOf(TransactionFeed.class);
        assertThat(installed.chosen(List.of(TRANSACTIONS)).all())
                .singleElement()
                .isInstanceOf(TransactionFeed.class);
        assertThat(installed.chosen(List.of()).all()).isEmpty();
    }

    @Test
    void saysWhichFeedsThereAreWhenOneIsNot() {
        Feeds installed = Feeds.installed();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> installed.chosen(List.of(TRANSACTIONS, new FeedName("stock-movements"))))
                .withMessageContaining("\"stock-movements\"")
                .withMessageContaining("there are")
                .withMessageContaining("transactions");
    }

    @Test
    void refusesTwoFeedsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Feeds(List.of(new TransactionFeed(), new TransactionFeed())))
                .withMessageContaining("transactions, transactions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feeds.installed().chosen(List.of(TRANSACTIONS, TRANSACTIONS)));
    }

    @Test
    void knowsAFeedByAWholeHeaderOnly() {
        Feeds feeds = new Feeds(List.of(new TransactionFeed()));
        assertThat(feeds.ofHeader(List.of("Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Country")))
                .isPresent();
        assertThat(feeds.ofHeader(List.of("Invoice", "StockCode", "Quantity", "InvoiceDate", "Price")))
                .isEmpty();
    }
}
