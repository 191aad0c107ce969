package io.tillstream.campaign;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of invoices as JSON. */
final class LineJson {

    private LineJson() {}

    static ObjectNode request(Line line, boolean withIdentity) {
        ObjectNode row = Json.object()
                .put("InvoiceNo", line.key().invoiceNo())
                .put("StockCode", line.key().stockCode())
                .put("Quantity", line.quantity())
                .put("InvoiceDate", line.invoiceDate())
                .put("UnitPrice", line.unitPrice())
                .put("Country", line.country());
        Json.putIfPresent(row, "Description", line.description());
        Json.putIfPresent(row, "CustomerID", line.customerId());
        Json.putIfPresent(row, "StoreId", line.storeId());
        return withIdentity ? row.put("LineId", line.key().lineId()) : row;
    }

    static ObjectNode wire(Line line) {
        ObjectNode wire = Json.object()
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
        Json.putIfPresent(wire, "description", line.description());
        Json.putIfPresent(wire, "customerId", line.customerId());
        Json.putIfPresent(wire, "storeId", line.storeId());
        return wire;
    }

    static Found found(JsonNode json, Naming names, String place, String shard) {
        Line line = new Line(
                new Line.Key(
                        Json.required(json, names.of("invoiceNo")),
                        Json.required(json, names.of("stockCode")),
                        Json.required(json, names.of("lineId"))),
                Json.optional(json, names.of("description")),
                json.required(names.of("quantity")).asLong(),
                Json.required(json, names.of("invoiceDate")).replace(' ', 'T'),
                json.required(names.of("unitPrice")).decimalValue(),
                Json.optional(json, names.of("customerId")),
                Json.required(json, names.of("country")),
                Json.optional(json, names.of("storeId")));
        return new Found(
                line,
                Line.derived(
                        json.required(names.of("lineTotal")).decimalValue(), Json.required(json, names.of("kind"))),
                place,
                shard);
    }
}
