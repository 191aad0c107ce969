package io.tillstream.model;

/** Who bought: 1 to 64 characters. Its string form hides the id, because it is customer data. */
public record CustomerId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public CustomerId {
        RULE.require("CustomerID", value);
    }

    @Override
    public String toString() {
        return "CustomerId[hidden]";
    }
}
