package io.tillstream.model;

/** What a shop shows and sells under one id: 1 to 64 characters, case kept. */
public record ProductId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public ProductId {
        RULE.require("product_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
