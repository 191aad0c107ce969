package io.tillstream.warehouse.analytics;

/** Where purchases come from, and so whose they are: customers of invoices, or users of web shops. */
public enum PurchaseFeed {
    /** By invoices that are sales. */
    TRANSACTIONS("customer", "customer_id", LastSale.OF_ROWS, "sales_line"),
    /** By events of type purchase. Users are customers here, sessions with a purchase their invoices. */
    EVENTS("shopper", "user_id", LastSale.OF_EVENTS, "shop_event");

    private final String view;
    private final String id;
    private final String lastDay;

    PurchaseFeed(String view, String id, String lastSale, String table) {
        this.view = view;
        this.id = id;
        this.lastDay = "(SELECT CAST(" + lastSale + " AS date) FROM " + table + ")";
    }

    /** The view of who bought. */
    String buyers() {
        return view;
    }

    /** The view of their scores. */
    String scores() {
        return view + "_rfm";
    }

    /** The view of their rhythms. */
    String rhythms() {
        return view + "_churn";
    }

    /** What these views call a buyer. */
    String id() {
        return id;
    }

    /** The last day of the feed that is not after tomorrow. */
    String lastDay() {
        return lastDay;
    }
}
