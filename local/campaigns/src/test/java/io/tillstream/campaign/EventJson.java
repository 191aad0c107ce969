package io.tillstream.campaign;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shop events as JSON. */
final class EventJson {

    private static final String FULL_SECOND = ".000Z";

    private EventJson() {}

    /** Full seconds are written as the published files have them. */
    static ObjectNode request(Event event, boolean withIdentity) {
        String time = event.time().endsWith(FULL_SECOND)
                ? event.time().replace('T', ' ').replace(FULL_SECOND, " UTC")
                : event.time();
        ObjectNode row = Json.object()
                .put("event_time", time)
                .put("event_type", event.type())
                .put("product_id", event.productId())
                .put("category_id", event.categoryId())
                .put("price", event.price())
                .put("user_id", event.userId());
        Json.putIfPresent(row, "category_code", event.categoryCode());
        Json.putIfPresent(row, "brand", event.brand());
        Json.putIfPresent(row, "user_session", event.sessionId());
        Json.putIfPresent(row, "store_id", event.key().storeId());
        return withIdentity ? row.put("event_id", event.key().eventId()) : row;
    }

    static ObjectNode wire(Event event) {
        ObjectNode wire = Json.object()
                .put("v", 1)
                .put("eventId", event.key().eventId())
                .put("eventTime", event.time())
                .put("eventType", event.type())
                .put("productId", event.productId())
                .put("categoryId", event.categoryId())
                .put("price", event.price())
                .put("userId", event.userId())
                .put("receivedAt", Instant.now().toString());
        Json.putIfPresent(wire, "categoryCode", event.categoryCode());
        Json.putIfPresent(wire, "brand", event.brand());
        Json.putIfPresent(wire, "sessionId", event.sessionId());
        Json.putIfPresent(wire, "storeId", event.key().storeId());
        return wire;
    }

    static Found found(JsonNode json, Naming names, String place, String shard) {
        Event event = new Event(
                new Event.Key(Json.optional(json, names.of("storeId")), Json.required(json, names.of("eventId"))),
                Json.required(json, names.of("eventTime")).replace(' ', 'T').replace("+00", "Z"),
                Json.required(json, names.of("eventType")),
                Json.required(json, names.of("productId")),
                Json.required(json, names.of("categoryId")),
                Json.optional(json, names.of("categoryCode")),
                Json.optional(json, names.of("brand")),
                json.required(names.of("price")).decimalValue(),
                Json.required(json, names.of("userId")),
                Json.optional(json, names.of("sessionId")));
        return new Found(event, event.derived(), place, shard);
    }
}
