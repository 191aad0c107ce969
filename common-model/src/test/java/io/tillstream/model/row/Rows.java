package io.tillstream.model.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for tests: the first of the data set, and what a test makes of it. */
public final class Rows {

    private final Map<String, RawValue> values = new LinkedHashMap<>();

    private Rows() {}

    /** The first row of the data set, all values as text. */
    public static Rows first() {
        return new Rows()
                .with("InvoiceNo", "536365")
                .with("StockCode", "85123A")
                .with("Description", "WHITE HANGING HEART T-LIGHT HOLDER")
                .with("Quantity", "6")
                .with("InvoiceDate", "12/1/2010 8:26")
                .with("UnitPrice", "2.55")
                .with("CustomerID", "17850")
                .with("Country", "United Kingdom");
    }

    public Rows with(String name, String text) {
        return with(name, new RawValue.Text(text));
    }

    public Rows withNumber(String name, String asWritten) {
        return with(name, new RawValue.Numeral(asWritten));
    }

    public Rows with(String name, RawValue value) {
        values.put(name, value);
        return this;
    }

    public Rows without(String name) {
        values.remove(name);
        return this;
    }

    public RawRow row() {
        return RawRow.of(List.copyOf(values.keySet()), new ArrayList<>(values.values()));
    }
}
