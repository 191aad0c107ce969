package io.tillstream.model.feed;

import io.tillstream.model.CustomerId;
import io.tillstream.model.FeedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.PartitionKeys;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionFields;
import io.tillstream.model.row.TransactionValidator;
import java.util.List;
import java.util.Map;

/** The lines of invoices. All lines of an invoice have its number for a partition key. */
public final class TransactionFeed implements Feed {

    private static final List<Figure> FIGURES = List.of(
            new Figure.Distinct("invoices", line -> of(line).invoiceNo().value()),
            new Figure.Distinct(
                    "customers",
                    line -> of(line).customerId().map(CustomerId::value).orElse(null)),
            new Figure.Sum("revenue", line -> of(line).lineTotal()));

    @Override
    public FeedLayout layout() {
        return FeedLayout.TRANSACTIONS;
    }

    @Override
    public RowFields fields() {
        return TransactionFields.ALL;
    }

    @Override
    public RowValidator validator(RowSettings settings) {
        return new TransactionValidator(settings);
    }

    @Override
    public ContentHashing hashing() {
        return TransactionHashing.INSTANCE;
    }

    @Override
    public String partitionKey(FeedLine line) {
        return PartitionKeys.of(of(line));
    }

    @Override
    public String partitionKeyName() {
        return "invoiceNo";
    }

    @Override
    public String lineIdName() {
        return "lineId";
    }

    @Override
    public LineForm wireForm() {
        return TransactionColumns.WIRE;
    }

    @Override
    public LineForm warehouseForm() {
        return TransactionColumns.WAREHOUSE;
    }

    @Override
    public LineTable table() {
        return TransactionColumns.TABLE;
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public Map<String, HideableText> hideable() {
        return TransactionTexts.BY_LABEL;
    }

    private static TransactionLine of(FeedLine line) {
        return (TransactionLine) line;
    }
}
