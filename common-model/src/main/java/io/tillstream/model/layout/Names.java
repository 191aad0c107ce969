package io.tillstream.model.layout;

/** The default names of what the pipeline owns in the cloud. */
public final class Names {

    public static final String STREAM = "transactions";
    public static final String DELIVERY_STREAM = "transactions";
    public static final String LAKE_BUCKET = "tillstream-lake";
    public static final String INVOICES_TABLE = "Invoices";
    public static final String CUSTOMERS_TABLE = "Customers";
    public static final String LOADS_TABLE = "Loads";

    private Names() {}
}
