package io.tillstream.sessionstore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.LineId;
import io.tillstream.model.Money;
import io.tillstream.model.SessionId;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How summaries of sessions are stored in the table Sessions. */
final class SummaryItems {

    /** The keys of the index by user; no other item has them. */
    static final String USER_ID = "userId";

    static final String STARTED = "started";

    static final String REVISION = "revision";

    private static final String STORE_ID = "storeId";
    private static final String FIRST = "first";
    private static final String FIRST_EVENT = "firstEventId";
    private static final String LAST = "last";
    private static final String EVENTS = "events";
    private static final String VIEWS = "views";
    private static final String CARTS = "carts";
    private static final String REMOVALS = "removals";
    private static final String PURCHASES = "purchases";
    private static final String VALUE = "value";

    private SummaryItems() {}

    static Map<String, AttributeValue> keyOf(ShopSession session) {
        return Map.of(
                SessionKeys.SESSION,
                text(session.id().value()),
                SessionKeys.PLACE,
                text(SessionKeys.ofSummary(session.shop())));
    }

    static Map<String, AttributeValue> itemOf(CountedSession counted) {
        SessionSummary summary = counted.summary();
        StoreId shop = summary.session().shop();
        Map<String, AttributeValue> item = new HashMap<>(keyOf(summary.session()));
        item.put(REVISION, number(counted.revision()));
        item.put(USER_ID, text(summary.user().value()));
        item.put(STARTED, text(SessionPlace.of(summary).text()));
        item.put(FIRST, text(summary.start().toString()));
        item.put(FIRST_EVENT, text(summary.first().eventId().value()));
        item.put(LAST, text(summary.last().toString()));
        item.put(EVENTS, number(summary.events()));
        item.put(VIEWS, number(summary.views()));
        item.put(CARTS, number(summary.carts()));
        item.put(REMOVALS, number(summary.removals()));
        item.put(PURCHASES, number(summary.purchases()));
        item.put(VALUE, AttributeValue.fromN(summary.value().toPlainString()));
        if (shop != null) {
            item.put(STORE_ID, text(shop.value()));
        }
        return item;
    }

    static CountedSession countedOf(Map<String, AttributeValue> item) {
        AttributeValue shop = item.get(STORE_ID);
        ShopSession session = new ShopSession(
                new SessionId(textOf(item, SessionKeys.SESSION)), shop == null ? null : new StoreId(shop.s()));
        SessionSummary summary = new SessionSummary(
                session,
                new UserId(textOf(item, USER_ID)),
                new EventPlace(Instant.parse(textOf(item, FIRST)), new LineId(textOf(item, FIRST_EVENT))),
                Instant.parse(textOf(item, LAST)),
                countOf(item, EVENTS),
                countOf(item, VIEWS),
                countOf(item, CARTS),
                countOf(item, REMOVALS),
                countOf(item, PURCHASES),
                Money.canonical(new BigDecimal(numberOf(item, VALUE))));
        return new CountedSession(summary, countOf(item, REVISION));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static String textOf(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).s();
    }

    private static long countOf(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(numberOf(item, name));
    }

    private static String numberOf(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).n();
    }
}
