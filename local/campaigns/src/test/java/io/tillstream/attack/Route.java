package io.tillstream.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where rows are posted to, and what rows look like there. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable.
enum Route {
    TRANSACTIONS(
            "InvoiceDate",
            "Quantity",
            List.of("InvoiceNo", "StockCode", "Description", "CustomerID", "Country", "StoreId", "LineId")) {
        @Override
        Map<String, String> row(String id) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("InvoiceNo", id);
            row.put("StockCode", "S" + id);
            row.put("Description", "hostile");
            row.put("Quantity", "1");
            row.put("InvoiceDate", DATE);
            row.put("UnitPrice", "1000.00");
            row.put("CustomerID", id);
            row.put("Country", "France");
            return row;
        }

        @Override
        String json(ShopLine line) {
            return """
                    {"InvoiceNo":"%s","StockCode":"%s","LineId":"%s","StoreId":"%s","Quantity":%d,\
                    "InvoiceDate":"2010-12-01 08:26:00","UnitPrice":"1.25","CustomerID":"c%s","Country":"France"}""".formatted(
                            line.key().document(),
                            line.key().item(),
                            line.key().id(),
                            line.key().shop(),
                            line.figure(),
                            line.key().document());
        }
    },
    EVENTS(
            "event_time",
            "price",
            List.of(
                    "product_id",
                    "category_id",
                    "category_code",
                    "brand",
                    "user_id",
                    "user_session",
                    "event_id",
                    "store_id")) {
        @Override
        Map<String, String> row(String id) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("event_time", DATE);
            row.put("event_type", "view");
            row.put("product_id", "P" + id);
            row.put("category_id", "1487580005134238553");
            row.put("price", "2.62");
            row.put("user_id", id);
            return row;
        }

        @Override
        String json(ShopLine line) {
            return """
                    {"event_time":"2019-10-01 00:00:00 UTC","event_type":"cart","product_id":"%s","category_id":"1",\
                    "price":%d,"user_id":"c%s","user_session":"%s","event_id":"%s","store_id":"%s"}""".formatted(
                            line.key().item(),
                            line.figure(),
                            line.key().document(),
                            line.key().document(),
                            line.key().id(),
                            line.key().shop());
        }
    };

    private static final List<Route> ALL = List.of(values());

    /** When all that is hostile happened. */
    static final String DATE = "2011-06-01 10:00:00";

    private final String timeField;
    private final String numberField;
    private final List<String> textFields;

    Route(String timeField, String numberField, List<String> textFields) {
        this.timeField = timeField;
        this.numberField = numberField;
        this.textFields = textFields;
    }

    /** A good row, by the names of its fields. */
    abstract Map<String, String> row(String id);

    /** A row of one of two shops. */
    abstract String json(ShopLine line);

    /** One after the other, and again from the first. */
    static Route inTurn(int number) {
        return ALL.get(number % ALL.size());
    }

    String feed() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/" + feed();
    }

    String timeField() {
        return timeField;
    }

    String numberField() {
        return numberField;
    }

    List<String> textFields() {
        return textFields;
    }

    /** A request with a body, which is all in ASCII. */
    String post(String body, String... headers) {
        StringBuilder head = new StringBuilder("POST " + path()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").append(body).toString();
    }
}
