package io.tillstream.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines as JSON: the way callers send them, and the way they travel in the stream. */
final class LineJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LineJson() {}

    /** Numbers are kept exact. */
    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    static byte[] rows(List<Line> lines, boolean withIdentity) {
        ArrayNode rows = JSON.createArrayNode();
        lines.forEach(line -> rows.add(row(line, withIdentity)));
        return JSON.writeValueAsBytes(rows);
    }

    private static ObjectNode row(Line line, boolean withIdentity) {
        ObjectNode row = JSON.createObjectNode()
                .put("InvoiceNo", line.key().invoiceNo())
                .put("StockCode", line.key().stockCode())
                .put("Quantity", line.quantity())
                .put("InvoiceDate", line.invoiceDate())
                .put("UnitPrice", line.unitPrice())
                .put("Country", line.country());
        putIfPresent(row, "Description", line.description());
        putIfPresent(row, "CustomerID", line.customerId());
        putIfPresent(row, "StoreId", line.storeId());
        return withIdentity ? row.put("LineId", line.key().lineId()) : row;
    }

    /** Version 1 of the form that the stream carries. */
    static byte[] wire(Line line) {
        ObjectNode wire = JSON.createObjectNode()
                .put("v", 1)
                .put("invoiceNo", line.key().invoiceNo())
                .put("stockCode", line.key().stockCode())
                .put("lineId", line.key().lineId())
                .put("quantity", line.quantity())
                .put("invoiceDate", line.invoiceDate())
                .put("unitPrice", line.unitPrice())
                .put("lineTotal", line.total())
                .put("country", line.country())
                .put("kind", line.kind())
                .put("receivedAt", Instant.now().toString());
        putIfPresent(wire, "description", line.description());
        putIfPresent(wire, "customerId", line.customerId());
        putIfPresent(wire, "storeId", line.storeId());
        return wire.toString().getBytes(UTF_8);
    }

    private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
