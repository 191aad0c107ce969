package io.tillstream.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTests {

    private static final Instant ARRIVAL = Instant.parse("2026-01-31T04:59:59.007Z");

    private static final FeedLayout EVENTS = FeedLayout.of(new FeedName("events"));

    @Test
    void transactionsKeepTheNamesThatTheyHaveAlwaysHad() {
        FeedLayout layout = FeedLayout.TRANSACTIONS;
        assertThat(layout.path()).isEqualTo("/transactions");
        assertThat(layout.scope()).isEqualTo("ingest:write");
        assertThat(layout.stream()).isEqualTo("transactions").isEqualTo(Names.TRANSACTIONS);
        assertThat(layout.deliveryStream()).isEqualTo("transactions").isEqualTo(Names.TRANSACTIONS);
        assertThat(layout.sink("lake")).isEqualTo("lake");
        assertThat(layout.rawPrefix()).isEqualTo("raw/transactions/");
        assertThat(layout.batchPrefix()).isEqualTo("raw/batch/");
        assertThat(layout.deliveredPrefix())
                .isEqualTo("firehose/transactions/")
                .isEqualTo(Names.DELIVERED_TRANSACTIONS);
        assertThat(layout.turnOf("sales_line")).isEqualTo("load_turn");
        assertThat(layout.spillFolder(Path.of("spill"))).isEqualTo(Path.of("spill"));
    }

    @Test
    void namesOfOtherFeedsAreMadeOfTheirOwn() {
        assertThat(EVENTS.path()).isEqualTo("/events");
        assertThat(EVENTS.scope()).isEqualTo("events:write");
        assertThat(EVENTS.stream()).isEqualTo("events");
        assertThat(EVENTS.deliveryStream()).isEqualTo("events");
        assertThat(EVENTS.sink("lake")).isEqualTo("events-lake");
        assertThat(EVENTS.rawPrefix()).isEqualTo("raw/events/");
        assertThat(EVENTS.batchOf("1")).isEqualTo("raw/events-batch/load=1/");
        assertThat(EVENTS.deliveredPrefix()).isEqualTo("firehose/events/");
        assertThat(EVENTS.turnOf("shop_event")).isEqualTo("shop_event_turn");
        assertThat(EVENTS.spillFolder(Path.of("spill"))).isEqualTo(Path.of("spill", "events"));
    }

    /** Whoever lists a folder gets what lies in the folders below it as well. */
    @Test
    void nothingOfAFeedLiesAmongWhatIsOfAnother() {
        List<String> folders = Stream.of("transactions", "events", "event", "events-of-a-shop", "lake", "raw")
                .map(name -> FeedLayout.of(new FeedName(name)))
                .flatMap(feed -> Stream.of(
                        feed.rawPrefix(),
                        feed.batchPrefix(),
                        feed.deliveredPrefix(),
                        ObjectKeys.rejectedOf(feed.sink("lake")),
                        ObjectKeys.rejectedOf(feed.sink("warehouse")),
                        ObjectKeys.indexOf(feed.sink("lake"), "shard")))
                .toList();
        assertThat(folders)
                .doesNotHaveDuplicates()
                .allSatisfy(folder ->
                        assertThat(folders).filteredOn(folder::startsWith).containsExactly(folder))
                .noneMatch(ObjectKeys.UNDELIVERED_PREFIX::startsWith);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "Events",
                "1st",
                "shop_events",
                "-events",
                "events-",
                "a/b",
                "a.b",
                "twenty-two-characters-",
                "twenty-two-characters1"
            })
    void refusesNamesOfFeedsThatDoNotFitAllThatIsNamedAfterThem(String name) {
        assertThatThrownBy(() -> new FeedName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 to 21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "events-batch", "errors"})
    void refusesNamesOfFeedsWhoseFoldersAreTaken(String name) {
        assertThatThrownBy(() -> new FeedName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a folder has it");
    }

    @Test
    void namesRawObjectsAfterHourShardAndFirstRecord() {
        assertThat(FeedLayout.TRANSACTIONS.raw(ARRIVAL, "shardId-000000000001", "4959"))
                .isEqualTo("raw/transactions/dt=2026-01-31/hour=04/shardId-000000000001-4959.jsonl.gz");
    }

    @Test
    void namesRejectedObjectsAfterOriginAndDay() {
        assertThat(ObjectKeys.rejected("stream", ARRIVAL, "shardId-000000000001-4959"))
                .isEqualTo("rejected/stream/dt=2026-01-31/shardId-000000000001-4959.jsonl");
    }

    @Test
    void whatIsReprocessedKeepsItsNameUnderAnotherPrefix() {
        assertThat(ObjectKeys.reprocessed("stream", ARRIVAL, "shardId-000000000001-4959"))
                .isEqualTo("reprocessed/stream/dt=2026-01-31/shardId-000000000001-4959.jsonl");
    }

    @Test
    void putsTheLinesOfABulkLoadInAFolderOfTheirOwn() {
        assertThat(FeedLayout.TRANSACTIONS.batchOf("2026-01-31.1")).isEqualTo("raw/batch/load=2026-01-31.1/");
        assertThatThrownBy(() -> FeedLayout.TRANSACTIONS.batchOf("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsASinksIndexOutsideOfWhatIsReadAsTheLake() {
        assertThat(ObjectKeys.index("lake", "shardId-000000000001", "4960.0-4959.0"))
                .isEqualTo("index/lake/shardId-000000000001/4960.0-4959.0")
                .startsWith(ObjectKeys.indexOf("lake", "shardId-000000000001"))
                .doesNotStartWith("raw/");
    }

    @Test
    void refusesSegmentsThatWouldMoveAnObject() {
        assertThatThrownBy(() -> ObjectKeys.rejected("../raw", ARRIVAL, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsLinesByArticle() {
        assertThat(sortKey(null, "85123A", "ab-1")).isEqualTo("85123A#ab-1");
        assertThat(sortKey(null, "BANK CHARGES", "1")).isEqualTo("BANK CHARGES#1");
    }

    @Test
    void sortsLinesOfAShopByShopFirst() {
        assertThat(sortKey("acme", "85123A", "1"))
                .isEqualTo("@acme#85123A#1")
                .startsWith(SortKeys.prefixOf(new StoreId("acme")))
                .startsWith(SortKeys.prefixOf(new StoreId("acme"), new StockCode("85123A")));
    }

    @Test
    void keepsLinesApartWhosePartsHoldTheSeparators() {
        assertThat(sortKey(null, "A#B", "C")).isEqualTo("A%23B#C");
        assertThat(Set.of(
                        sortKey(null, "A#B", "C"),
                        sortKey(null, "A", "B#C"),
                        sortKey(null, "A%23B", "C"),
                        sortKey("A", "B", "C"),
                        sortKey("A#B", "C", "D"),
                        sortKey("A", "B#C", "D"),
                        sortKey("A", "B", "C#D"),
                        sortKey(null, "@A", "B#C"),
                        sortKey(null, "%40A", "B#C")))
                .hasSize(9);
    }

    private static String sortKey(@Nullable String shop, String stockCode, String lineId) {
        return SortKeys.of(new LineKey(
                shop == null ? null : new StoreId(shop),
                new InvoiceNumber("1"),
                new StockCode(stockCode),
                new LineId(lineId)));
    }

    @Test
    void partitionsByInvoice() {
        assertThat(PartitionKeys.of(new InvoiceNumber("536365"))).isEqualTo("536365");
    }
}
