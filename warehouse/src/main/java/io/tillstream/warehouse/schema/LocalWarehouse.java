package io.tillstream.warehouse.schema;

/** The warehouse of a suite on this machine, which is the one that everybody looks for unless told of another. */
public final class LocalWarehouse {

    public static final String URL = "jdbc:postgresql://localhost:5439/warehouse";
    public static final String USERNAME = "tillstream";

    /** What the suite on this machine tells its services. No service knows it by itself. */
    public static final String PASSWORD = "tillstream";

    private LocalWarehouse() {}
}
