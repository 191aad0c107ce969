package io.tillstream.model.codec;

import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads lines of transactions: versions 1 and 2 of the wire form, and the form of the warehouse. One instance a line. */
final class LineReader implements LineProperties {

    /** Of a line; of what voids one, the next. */
    static final int VERSION = 1;

    private static final int VERSION_OF_VOID = VERSION + 1;

    /** Lines of earlier versions do not say when they were received: they come before all that do. */
    private static final Instant NOT_SAID = Instant.EPOCH;

    private final Function<LineReader, Decoded> line;

    private int version;
    private @Nullable InvoiceNumber invoiceNo;
    private @Nullable StockCode stockCode;
    private @Nullable LineId lineId;
    private @Nullable String description;
    private @Nullable Long quantity;
    private @Nullable LocalDateTime invoiceDate;
    private @Nullable BigDecimal unitPrice;
    private @Nullable BigDecimal lineTotal;
    private @Nullable CustomerId customerId;
    private @Nullable String country;
    private @Nullable StoreId storeId;
    private @Nullable Instant receivedAt;
    private Attributes attributes = Attributes.NONE;
    private boolean isVoid;

    /** @param line makes the line of what was read */
    private LineReader(Function<LineReader, Decoded> line) {
        this.line = line;
    }

    static Decoded read(byte[] bytes, int offset, int length) {
        return LineJson.read(bytes, offset, length, new LineReader(LineReader::ofItsVersion));
    }

    static Decoded readSales(byte[] bytes, int offset, int length) {
        return LineJson.read(bytes, offset, length, new LineReader(LineReader::withItsTotal));
    }

    @Override
    public Decoded line() {
        return line.apply(this);
    }

    private Decoded ofItsVersion() {
        return version == (isVoid ? VERSION_OF_VOID : VERSION)
                ? new Decoded.Line(line(receivedAt))
                : new Decoded.Undecodable("not version " + VERSION + " of a line, and not version " + VERSION_OF_VOID
                        + " of what voids one");
    }

    private Decoded withItsTotal() {
        TransactionLine line = line(receivedAt == null ? NOT_SAID : receivedAt);
        return line.lineTotal().compareTo(LineJson.present("line_total", lineTotal)) == 0
                ? new Decoded.Line(line)
                : new Decoded.Undecodable("line_total is not quantity times unit_price");
    }

    @Override
    public void take(String name, JsonParser json) {
        switch (name) {
            case "v" -> version = json.getIntValue();
            case "invoiceNo", "invoice_no" -> invoiceNo = new InvoiceNumber(LineJson.text(name, json));
            case "stockCode", "stock_code" -> stockCode = new StockCode(LineJson.text(name, json));
            case "lineId", "line_id" -> lineId = new LineId(LineJson.text(name, json));
            case "description" -> description = LineJson.text(name, json);
            case "quantity" -> quantity = LineJson.number(name, json).getLongValue();
            case "invoiceDate", "invoice_date" -> invoiceDate = WireTime.parse(LineJson.text(name, json));
            case "unitPrice", "unit_price" ->
                unitPrice = LineJson.number(name, json).getDecimalValue();
            case "line_total" -> lineTotal = LineJson.number(name, json).getDecimalValue();
            case "customerId", "customer_id" -> customerId = new CustomerId(LineJson.text(name, json));
            case "country" -> country = LineJson.text(name, json);
            case "kind" ->
                isVoid = json.currentToken() == JsonToken.VALUE_STRING
                        && TransactionColumns.VOID.equals(LineJson.text(name, json));
            case "storeId", "store_id" -> storeId = new StoreId(LineJson.text(name, json));
            case "receivedAt" -> receivedAt = WireTime.parseInstant(LineJson.text(name, json));
            case "received_at" -> receivedAt = WireTime.parseSpacedInstant(LineJson.text(name, json));
            case AttributesJson.NAME -> attributes = AttributesJson.read(json);
            default -> json.skipChildren();
        }
    }

    private TransactionLine line(@Nullable Instant received) {
        LineContent content = new LineContent(
                LineJson.present("invoiceNo", invoiceNo),
                LineJson.present("stockCode", stockCode),
                description,
                LineJson.present("quantity", quantity),
                LineJson.present("invoiceDate", invoiceDate),
                LineJson.present("unitPrice", unitPrice),
                customerId,
                LineJson.present("country", country),
                storeId);
        return new TransactionLine(
                content,
                LineJson.present("lineId", lineId),
                LineJson.present("receivedAt", received),
                attributes,
                isVoid);
    }
}
