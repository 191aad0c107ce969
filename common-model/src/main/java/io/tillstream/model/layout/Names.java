package io.tillstream.model.layout;

/** The default names of what the pipeline owns in the cloud. */
public final class Names {

    /** The feed that a setting is of whose name says none. Its streams bear the same name. */
    public static final String TRANSACTIONS = "transactions";

    /** Where its lines are delivered to. */
    public static final String DELIVERED_TRANSACTIONS = ObjectKeys.DELIVERED_PREFIX + TRANSACTIONS + "/";

    public static final String LAKE_BUCKET = "tillstream-lake";
    public static final String INVOICES_TABLE = "Invoices";
    public static final String CUSTOMERS_TABLE = "Customers";
    public static final String SESSIONS_TABLE = "Sessions";
    public static final String LOADS_TABLE = "Loads";

    private Names() {}
}
