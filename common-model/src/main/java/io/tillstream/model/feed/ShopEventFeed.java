package io.tillstream.model.feed;

import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.FeedLine;
import io.tillstream.model.Money;
import io.tillstream.model.SessionId;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.EventHashing;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.EventFields;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.ShopEventValidator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of a web shop. Those of a session have it for a partition key, those without one their user. */
public final class ShopEventFeed implements Feed {

    private static final FeedLayout LAYOUT = FeedLayout.of(new FeedName("events"));

    private static final List<Figure> FIGURES = List.of(
            new Figure.Distinct("sessions", line -> sessionOf(of(line))),
            new Figure.Distinct("users", line -> of(line).userId().value()),
            new Figure.Sum("revenue", line -> revenueOf(of(line))));

    @Override
    public FeedLayout layout() {
        return LAYOUT;
    }

    @Override
    public RowFields fields() {
        return EventFields.ALL;
    }

    @Override
    public RowValidator validator(RowSettings settings) {
        return new ShopEventValidator(settings);
    }

    @Override
    public ContentHashing hashing() {
        return EventHashing.INSTANCE;
    }

    @Override
    public String partitionKey(FeedLine line) {
        String session = sessionOf(of(line));
        return session == null ? of(line).userId().value() : session;
    }

    @Override
    public String partitionKeyName() {
        return "session";
    }

    @Override
    public String lineIdName() {
        return "eventId";
    }

    @Override
    public LineForm wireForm() {
        return EventColumns.WIRE;
    }

    @Override
    public LineForm warehouseForm() {
        return EventColumns.WAREHOUSE;
    }

    @Override
    public LineTable table() {
        return EventColumns.TABLE;
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public Map<String, HideableText> hideable() {
        return EventTexts.BY_LABEL;
    }

    @Override
    public boolean isSentByPages() {
        return true;
    }

    private static EventContent of(FeedLine line) {
        return (EventContent) line.content();
    }

    private static @Nullable String sessionOf(EventContent event) {
        SessionId session = event.sessionId();
        return session == null ? null : session.value();
    }

    /** Each event of a purchase is of one piece. */
    private static BigDecimal revenueOf(EventContent event) {
        return event.type() == EventType.PURCHASE ? event.price() : Money.ZERO;
    }
}
