package io.tillstream.model;

/** Who visits a shop: 1 to 64 characters. Its string form hides the id, because it is customer data. */
public record UserId(String value) {

    public static final TextRule RULE = TextRule.text(64);

    public UserId {
        RULE.require("user_id", value);
    }

    @Override
    public String toString() {
        return "UserId[hidden]";
    }
}
