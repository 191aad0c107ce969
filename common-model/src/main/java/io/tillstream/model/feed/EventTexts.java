package io.tillstream.model.feed;

import io.tillstream.model.EventContent;
import io.tillstream.model.RowContent;
import io.tillstream.model.SessionId;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a shop event that a rule may mask or hash. */
enum EventTexts implements HideableText {
    USER_ID("user_id"),
    USER_SESSION("user_session"),
    CATEGORY_CODE("category_code"),
    BRAND("brand"),
    STORE_ID("store_id");

    private static final UserId NOBODY = new UserId("unspecified");

    static final Map<String, HideableText> BY_LABEL = byLabel();

    private final String label;

    EventTexts(String label) {
        this.label = label;
    }

    @Override
    public @Nullable String in(RowContent content) {
        EventContent event = (EventContent) content;
        return switch (this) {
            case USER_ID -> event.userId().value();
            case USER_SESSION ->
                event.sessionId() == null ? null : event.sessionId().value();
            case CATEGORY_CODE -> event.categoryCode();
            case BRAND -> event.brand();
            case STORE_ID -> event.storeId() == null ? null : event.storeId().value();
        };
    }

    @Override
    public RowContent with(RowContent content, @Nullable String text) {
        EventContent event = (EventContent) content;
        return new EventContent(
                event.time(),
                event.type(),
                event.productId(),
                event.categoryId(),
                this == CATEGORY_CODE ? text : event.categoryCode(),
                this == BRAND ? text : event.brand(),
                event.price(),
                this == USER_ID ? user(text) : event.userId(),
                this == USER_SESSION ? session(text) : event.sessionId(),
                this == STORE_ID ? store(text) : event.storeId());
    }

    private static UserId user(@Nullable String text) {
        return text == null ? NOBODY : new UserId(text);
    }

    private static @Nullable SessionId session(@Nullable String text) {
        return text == null ? null : new SessionId(text);
    }

    private static @Nullable StoreId store(@Nullable String text) {
        return text == null ? null : new StoreId(text);
    }

    private static Map<String, HideableText> byLabel() {
        Map<String, HideableText> texts = new LinkedHashMap<>();
        for (EventTexts text : values()) {
            texts.put(text.label, text);
        }
        return Collections.unmodifiableMap(texts);
    }
}
