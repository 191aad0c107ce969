package io.tillstream.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line as a store has it.
 *
 * @param place where it was found, to be looked at when something is wrong
 * @param shard the shard it came through, where the store tells
 */
record Found(Line line, BigDecimal total, String kind, String place, String shard) {

    /** @param names how the store names its fields: as the wire does, or in snake case */
    static Found of(JsonNode json, Naming names, String place, String shard) {
        Line line = new Line(
                new Line.Key(
                        required(json, names.of("invoiceNo")),
                        required(json, names.of("stockCode")),
                        required(json, names.of("lineId"))),
                optional(json, names.of("description")),
                json.required(names.of("quantity")).asLong(),
                required(json, names.of("invoiceDate")).replace(' ', 'T'),
                json.required(names.of("unitPrice")).decimalValue(),
                optional(json, names.of("customerId")),
                required(json, names.of("country")),
                optional(json, names.of("storeId")));
        return new Found(
                line,
                json.required(names.of("lineTotal")).decimalValue(),
                required(json, names.of("kind")),
                place,
                shard);
    }

    /** Whether it says what was sent. */
    boolean says(Line sent) {
        return line.equals(sent) && total.compareTo(sent.total()) == 0 && kind.equals(sent.kind());
    }

    private static String required(JsonNode json, String name) {
        return json.required(name).asString();
    }

    private static @Nullable String optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
