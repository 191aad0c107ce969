package io.tillstream.model.codec;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * The form of a line that the warehouse loads: one JSON object with the columns of {@code sales_line}, in their order,
 * absent ones left out, money as exact plain decimals, the date as both Redshift and PostgreSQL read it without being
 * told how ({@code 2010-12-01 08:26:00}).
 *
 * <p>{@code invoice_no}, {@code stock_code} and {@code line_id} are the identity of the line, unchanged: a row that is
 * loaded again is known by them. Safe for use by several threads.
 */
public final class SalesLineCodec {

    /** The UTF-8 JSON of a line, without a line end. */
    public byte[] encode(TransactionLine line) {
        GivenAwayBytes bytes = new GivenAwayBytes();
        try (JsonGenerator json = LineWriter.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            write(json, line);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * The line in these bytes, or why there is none: its total has to be what quantity and price make.
     *
     * @param receivedAt what the line is to say of that, since this form says nothing
     */
    public Decoded decode(byte[] bytes, Instant receivedAt) {
        return LineReader.readSales(bytes, receivedAt);
    }

    private static void write(JsonGenerator json, TransactionLine line) {
        LineContent content = line.content();
        json.writeStringProperty("invoice_no", content.invoiceNo().value());
        json.writeStringProperty("stock_code", content.stockCode().value());
        json.writeStringProperty("line_id", line.lineId().value());
        if (content.description() != null) {
            json.writeStringProperty("description", content.description());
        }
        json.writeNumberProperty("quantity", content.quantity());
        json.writeStringProperty("invoice_date", WireTime.formatSpaced(content.invoiceDate()));
        json.writeNumberProperty("unit_price", content.unitPrice());
        json.writeNumberProperty("line_total", line.lineTotal());
        if (content.customerId() != null) {
            json.writeStringProperty("customer_id", content.customerId().value());
        }
        json.writeStringProperty("country", content.country());
        json.writeStringProperty("kind", line.kind().name());
        if (content.storeId() != null) {
            json.writeStringProperty("store_id", content.storeId().value());
        }
        if (!line.attributes().isEmpty()) {
            AttributesJson.write(json, line.attributes());
        }
    }
}
