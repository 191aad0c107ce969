package io.tillstream.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import java.time.Instant;
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
        assertThat(SortKeys.of(new StockCode("85123A"), new LineId("ab-1"))).isEqualTo("85123A#ab-1");
        assertThat(SortKeys.of(new StockCode("BANK CHARGES"), new LineId("1"))).isEqualTo("BANK CHARGES#1");
    }

    @Test
    void keepsLinesApartWhoseStockCodesHoldTheSeparator() {
        String one = SortKeys.of(new StockCode("A#B"), new LineId("C"));
        String other = SortKeys.of(new StockCode("A"), new LineId("B#C"));
        String escaped = SortKeys.of(new StockCode("A%23B"), new LineId("C"));
        assertThat(one).isEqualTo("A%23B#C").isNotEqualTo(other).isNotEqualTo(escaped);
    }

    @Test
    void partitionsByInvoice() {
        assertThat(PartitionKeys.of(new InvoiceNumber("536365"))).isEqualTo("536365");
    }
}
