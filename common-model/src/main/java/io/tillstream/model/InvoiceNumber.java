package io.tillstream.model;

/** The number of an invoice as its shop wrote it: 1 to 64 of {@code A-Za-z0-9_-}, case kept. */
public record InvoiceNumber(String value) {

    public static final TextRule RULE = TextRule.name(64);

    public InvoiceNumber {
        RULE.require("InvoiceNo", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
