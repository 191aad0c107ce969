package io.tillstream.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LayoutTests {

    private static final Instant ARRIVAL = Instant.parse("2026-01-31T04:59:59.007Z");

    @Test
    void namesRawObjectsAfterHourShardAndFirstRecord() {
        assertThat(ObjectKeys.raw(ARRIVAL, "shardId-000000000001", "4959"))
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
        assertThat(ObjectKeys.batchOf("2026-01-31.1")).isEqualTo("raw/batch/load=2026-01-31.1/");
        assertThatThrownBy(() -> ObjectKeys.batchOf("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheLakesIndexOutsideOfWhatIsReadAsTheLake() {
        assertThat(ObjectKeys.lakeIndex("shardId-000000000001", "4960.0-4959.0"))
                .isEqualTo("index/lake/shardId-000000000001/4960.0-4959.0")
                .startsWith(ObjectKeys.lakeIndexOf("shardId-000000000001"))
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
