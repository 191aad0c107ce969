package io.tillstream.model.codec;

import io.tillstream.model.CustomerId;
import io.tillstream.model.FeedLine;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import io.tillstream.model.TransactionLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of transactions is made of, and its forms. */
public final class TransactionColumns {

    /** The kind of what voids a line. */
    static final String VOID = "VOID";

    /** The columns of {@code sales_line}. */
    public static final LineTable TABLE = new LineTable(
            "sales_line",
            List.of(
                    LineColumn.text(
                            "invoice_no",
                            InvoiceNumber.RULE,
                            line -> of(line).invoiceNo().value()),
                    LineColumn.text(
                            "stock_code",
                            StockCode.RULE,
                            line -> of(line).stockCode().value()),
                    LineColumn.text(
                            "line_id", LineId.RULE, line -> line.lineId().value()),
                    LineColumn.optionalText(
                            "description", LineContent.DESCRIPTION_RULE, line -> of(line).description()),
                    new LineColumn.Whole("quantity", line -> of(line).quantity()),
                    new LineColumn.LocalTime("invoice_date", line -> of(line).invoiceDate()),
                    new LineColumn.Decimal("unit_price", 18, 4, line -> of(line).unitPrice()),
                    new LineColumn.Decimal("line_total", 38, 4, line -> ((TransactionLine) line).lineTotal()),
                    LineColumn.optionalText("customer_id", CustomerId.RULE, line -> textOf(of(line).customerId())),
                    LineColumn.text("country", LineContent.COUNTRY_RULE, line -> of(line).country()),
                    LineColumn.text("kind", TextRule.name(16), TransactionColumns::kindOf),
                    LineColumn.optionalText("store_id", StoreId.RULE, line -> textOf(of(line).storeId()))),
            List.of("invoice_no", "stock_code", "line_id", "store_id"),
            List.of("quantity", "unit_price", "invoice_date", "country", "description", "customer_id"),
            "invoice_date",
            new LineTable.Voids("voided_line", TransactionColumns::reasonOf, TransactionColumns::voidedBy));

    /** In the stream and in the lake: version 1 of a line, version 2 of what voids one. */
    public static final LineForm WIRE = LineForm.wire(TABLE, LineReader.VERSION, LineReader::read);

    /** What the warehouse loads. Its total has to be what quantity and price make. */
    public static final LineForm WAREHOUSE = LineForm.warehouse(TABLE, LineReader::readSales);

    private TransactionColumns() {}

    private static LineContent of(FeedLine line) {
        return (LineContent) line.content();
    }

    private static String kindOf(FeedLine line) {
        return line.isVoid() ? VOID : ((TransactionLine) line).kind().name();
    }

    private static String reasonOf(FeedLine line) {
        return ((TransactionLine) line).description().orElse("");
    }

    private static @Nullable String voidedBy(FeedLine line) {
        return ((TransactionLine) line).voidedBy().orElse(null);
    }

    private static @Nullable String textOf(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }
}
