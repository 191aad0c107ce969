package io.tillstream.model;

/** Where a product stands in its shop: 1 to 64 characters, case kept. */
public record CategoryId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public CategoryId {
        RULE.require("category_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
