package io.tillstream.ingest.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.RowFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLabelsTests {

    @Test
    void areThoseOfTheRows() {
        LineLabels ofTransactions = LineLabels.of(new TransactionFeed());
        assertThat(ofTransactions).isEqualTo(new LineLabels("LineId", ofTransactions.identity(), "StoreId"));
        assertThat(ofTransactions.identityInWords()).isEqualTo("InvoiceNo, StockCode and LineId");
        assertThat(LineLabels.of(new ShopEventFeed()))
                .isEqualTo(new LineLabels("event_id", List.of("event_id"), "store_id"));
    }

    @Test
    void areFoundByEveryNameOfAField() {
        RowFields fields = new RowFields(
                List.of(Field.required(0, "sku", "send one"), Field.optional(1, "store", "send one", "storeId")),
                "Of another feed.",
                "sku,store");
        assertThat(LineLabels.labelOf("store_id", fields)).isEqualTo("store");
        assertThat(LineLabels.labelOf("sku", fields)).isEqualTo("sku");
        assertThat(LineLabels.labelOf("shelf", fields)).isEqualTo("shelf");
    }
}
