package io.tillstream.sessionstore;

import static io.tillstream.sessionstore.SummaryItems.text;
import static io.tillstream.sessionstore.SummaryItems.textOf;

import io.tillstream.model.ShopEvent;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.EventColumns;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How events are stored in the table Sessions: in the form that they have in the stream and in the lake. */
final class EventItems {

    static final String VERSION = "version";

    private static final String EVENT = "event";

    private EventItems() {}

    static Map<String, AttributeValue> itemOf(StoredEvent stored) {
        return Map.of(
                SessionKeys.SESSION,
                text(stored.session().id().value()),
                SessionKeys.PLACE,
                text(SessionKeys.ofEvent(stored)),
                VERSION,
                text(stored.version()),
                EVENT,
                text(new String(EventColumns.WIRE.encode(stored.event()), StandardCharsets.UTF_8)));
    }

    static StoredEvent storedOf(ShopSession session, Map<String, AttributeValue> item) {
        return new StoredEvent(session, eventOf(textOf(item, EVENT)), textOf(item, VERSION));
    }

    private static ShopEvent eventOf(String json) {
        return switch (EventColumns.WIRE.decode(json.getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Line decoded -> (ShopEvent) decoded.line();
            case Decoded.Undecodable unreadable ->
                throw new IllegalStateException("An event of a session is stored as what is none: " + unreadable);
        };
    }
}
