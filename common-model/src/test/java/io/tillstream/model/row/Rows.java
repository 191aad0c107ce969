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

    /** A row without values. */
    public static Rows none() {
        return new Rows();
    }

    /** A shop event as it was published, all values as text. */
    public static Rows event() {
        return new Rows()
                .with("event_time", "2019-10-01 00:00:00 UTC")
                .with("event_type", "cart")
                .with("product_id", "5773203")
                .with("category_id", "1487580005134238553")
                .with("category_code", "cosmetics.lips.lipstick")
                .with("brand", "runail")
                .with("price", "2.62")
                .with("user_id", "463240011")
                .with("user_session", "26dd6e6e-4dac-4778-8d2c-92e149dab885");
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
