package io.tillstream.model.codec;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.time.Instant;

/**
 * The form of a line that the warehouse loads: one JSON object with the columns of {@code sales_line}, in their order,
 * absent ones left out, money as exact plain decimals, the date as both Redshift and PostgreSQL read it without being
 * told how ({@code 2010-12-01 08:26:00}).
 *
 * <p>{@code store_id}, {@code invoice_no}, {@code stock_code} and {@code line_id} are the identity of the line, unchanged:
 * a row that is loaded again is known by them. {@code received_at} orders what came under the same identity. Safe for use by several threads.
 */
public final class SalesLineCodec {

    private static final byte[] INVOICE_NO = JsonBytes.name("invoice_no");
    private static final byte[] STOCK_CODE = JsonBytes.name("stock_code");
    private static final byte[] LINE_ID = JsonBytes.name("line_id");
    private static final byte[] DESCRIPTION = JsonBytes.name("description");
    private static final byte[] QUANTITY = JsonBytes.name("quantity");
    private static final byte[] INVOICE_DATE = JsonBytes.name("invoice_date");
    private static final byte[] UNIT_PRICE = JsonBytes.name("unit_price");
    private static final byte[] LINE_TOTAL = JsonBytes.name("line_total");
    private static final byte[] CUSTOMER_ID = JsonBytes.name("customer_id");
    private static final byte[] COUNTRY = JsonBytes.name("country");
    private static final byte[] KIND = JsonBytes.name("kind");
    private static final byte[] STORE_ID = JsonBytes.name("store_id");
    private static final byte[] RECEIVED_AT = JsonBytes.name("received_at");

    /** The UTF-8 JSON of a line, without a line end. */
    public byte[] encode(TransactionLine line) {
        JsonBytes json = new JsonBytes();
        json.open();
        write(json, line);
        json.close();
        return json.toByteArray();
    }

    /**
     * The line in these bytes, or why there is none: its total has to be what quantity and price make.
     *
     * @param unlessSaid when the line was received, if it does not say so, as lines of earlier versions do not
     */
    public Decoded decode(byte[] bytes, Instant unlessSaid) {
        return LineReader.readSales(bytes, unlessSaid);
    }

    private static void write(JsonBytes json, TransactionLine line) {
        LineContent content = line.content();
        json.property(INVOICE_NO, content.invoiceNo().value());
        json.property(STOCK_CODE, content.stockCode().value());
        json.property(LINE_ID, line.lineId().value());
        if (content.description() != null) {
            json.property(DESCRIPTION, content.description());
        }
        json.property(QUANTITY, content.quantity());
        json.property(INVOICE_DATE, WireTime.formatSpaced(content.invoiceDate()));
        json.property(UNIT_PRICE, content.unitPrice());
        json.property(LINE_TOTAL, line.lineTotal());
        if (content.customerId() != null) {
            json.property(CUSTOMER_ID, content.customerId().value());
        }
        json.property(COUNTRY, content.country());
        json.property(KIND, LineWriter.kindOf(line));
        if (content.storeId() != null) {
            json.property(STORE_ID, content.storeId().value());
        }
        json.property(RECEIVED_AT, WireTime.formatSpaced(line.receivedAt()));
        if (!line.attributes().isEmpty()) {
            AttributesJson.write(json, line.attributes());
        }
    }
}
