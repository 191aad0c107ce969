package io.tillstream.model.codec;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes version 1 of the wire form, its fields always in the same order. */
final class LineWriter {

    static final int VERSION = 1;

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private LineWriter() {}

    static byte[] write(TransactionLine line) {
        GivenAwayBytes bytes = new GivenAwayBytes();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", VERSION);
            writeContent(json, line);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeContent(JsonGenerator json, TransactionLine line) {
        LineContent content = line.content();
        json.writeStringProperty("invoiceNo", content.invoiceNo().value());
        json.writeStringProperty("stockCode", content.stockCode().value());
        json.writeStringProperty("lineId", line.lineId().value());
        if (content.description() != null) {
            json.writeStringProperty("description", content.description());
        }
        json.writeNumberProperty("quantity", content.quantity());
        json.writeStringProperty("invoiceDate", WireTime.format(content.invoiceDate()));
        json.writeNumberProperty("unitPrice", content.unitPrice());
        json.writeNumberProperty("lineTotal", line.lineTotal());
        if (content.customerId() != null) {
            json.writeStringProperty("customerId", content.customerId().value());
        }
        json.writeStringProperty("country", content.country());
        json.writeStringProperty("kind", line.kind().name());
        if (content.storeId() != null) {
            json.writeStringProperty("storeId", content.storeId().value());
        }
        json.writeStringProperty("receivedAt", WireTime.format(line.receivedAt()));
        if (!line.attributes().isEmpty()) {
            AttributesJson.write(json, line.attributes());
        }
    }
}
