package io.tillstream.warehouse.load;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Lines as rows of a COPY. */
final class CopyRows {

    private static final int COLUMNS_OF_A_LINE = 14;

    private final CopyFields fields;
    private final OtherColumns others;

    CopyRows(CopyIn copy, OtherColumns others) {
        this.fields = new CopyFields(copy);
        this.others = others;
    }

    void add(long number, FeedLine next) throws SQLException {
        TransactionLine line = (TransactionLine) next;
        LineContent content = line.content();
        fields.row(COLUMNS_OF_A_LINE + others.count());
        fields.text(content.invoiceNo().value());
        fields.text(content.stockCode().value());
        fields.text(line.lineId().value());
        fields.text(content.description());
        fields.integer(content.quantity());
        fields.timestamp(content.invoiceDate());
        fields.numeric(content.unitPrice());
        fields.numeric(line.lineTotal());
        fields.text(content.customerId() == null ? null : content.customerId().value());
        fields.text(content.country());
        fields.text(line.kind().name());
        fields.text(content.storeId() == null ? null : content.storeId().value());
        fields.timestamp(line.receivedAt());
        fields.jsonb(textOf(line.attributes()));
        others.add(fields, number, line);
    }

    /** There are no more. */
    void finish() throws SQLException {
        fields.finish();
    }

    private static @Nullable String textOf(Attributes attributes) {
        return attributes.isEmpty() ? null : AttributesText.of(attributes);
    }
}
