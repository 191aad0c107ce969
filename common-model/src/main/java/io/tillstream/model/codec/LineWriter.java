package io.tillstream.model.codec;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;

/** Writes the wire form, its fields always in the same order: version 1 of a line, version 2 of what voids one. */
final class LineWriter {

    static final int VERSION = 1;

    /** A void has its own version, so that a reader that knows no voids refuses it and does not count an empty line. */
    static final int VERSION_OF_VOID = 2;

    /** The kind of what voids a line. */
    static final String VOID = "VOID";

    private static final byte[] V = JsonBytes.name("v");
    private static final byte[] INVOICE_NO = JsonBytes.name("invoiceNo");
    private static final byte[] STOCK_CODE = JsonBytes.name("stockCode");
    private static final byte[] LINE_ID = JsonBytes.name("lineId");
    private static final byte[] DESCRIPTION = JsonBytes.name("description");
    private static final byte[] QUANTITY = JsonBytes.name("quantity");
    private static final byte[] INVOICE_DATE = JsonBytes.name("invoiceDate");
    private static final byte[] UNIT_PRICE = JsonBytes.name("unitPrice");
    private static final byte[] LINE_TOTAL = JsonBytes.name("lineTotal");
    private static final byte[] CUSTOMER_ID = JsonBytes.name("customerId");
    private static final byte[] COUNTRY = JsonBytes.name("country");
    private static final byte[] KIND = JsonBytes.name("kind");
    private static final byte[] STORE_ID = JsonBytes.name("storeId");
    private static final byte[] RECEIVED_AT = JsonBytes.name("receivedAt");

    private LineWriter() {}

    static byte[] write(TransactionLine line) {
        JsonBytes json = new JsonBytes();
        write(json, line);
        return json.toByteArray();
    }

    static void write(JsonBytes json, TransactionLine line) {
        json.open();
        json.property(V, line.isVoid() ? VERSION_OF_VOID : VERSION);
        writeContent(json, line);
        json.close();
    }

    private static void writeContent(JsonBytes json, TransactionLine line) {
        LineContent content = line.content();
        json.property(INVOICE_NO, content.invoiceNo().value());
        json.property(STOCK_CODE, content.stockCode().value());
        json.property(LINE_ID, line.lineId().value());
        if (content.description() != null) {
            json.property(DESCRIPTION, content.description());
        }
        json.property(QUANTITY, content.quantity());
        json.property(INVOICE_DATE, WireTime.format(content.invoiceDate()));
        json.property(UNIT_PRICE, content.unitPrice());
        json.property(LINE_TOTAL, line.lineTotal());
        if (content.customerId() != null) {
            json.property(CUSTOMER_ID, content.customerId().value());
        }
        json.property(COUNTRY, content.country());
        json.property(KIND, kindOf(line));
        if (content.storeId() != null) {
            json.property(STORE_ID, content.storeId().value());
        }
        json.property(RECEIVED_AT, WireTime.format(line.receivedAt()));
        if (!line.attributes().isEmpty()) {
            AttributesJson.write(json, line.attributes());
        }
    }

    static String kindOf(TransactionLine line) {
        return line.isVoid() ? VOID : line.kind().name();
    }
}
