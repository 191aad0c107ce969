package io.tillstream.model;

/** Which shop sent a line: 1 to 64 characters. */
public record StoreId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public StoreId {
        RULE.require("StoreId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
