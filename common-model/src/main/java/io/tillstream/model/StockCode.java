package io.tillstream.model;

/** The code of an article: 1 to 64 characters, inner blanks and case kept. */
public record StockCode(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public StockCode {
        RULE.require("StockCode", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
