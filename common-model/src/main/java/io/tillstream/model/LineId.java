package io.tillstream.model;

/** What tells two lines of the same invoice and article apart: 1 to 64 characters. */
public record LineId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public LineId {
        RULE.require("LineId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
