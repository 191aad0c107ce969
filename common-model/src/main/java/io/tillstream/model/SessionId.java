package io.tillstream.model;

/** One visit to a shop: 1 to 64 of {@code A-Za-z0-9_-}, case kept. */
public record SessionId(String value) {

    public static final TextRule RULE = TextRule.name(64);

    public SessionId {
        RULE.require("user_session", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
