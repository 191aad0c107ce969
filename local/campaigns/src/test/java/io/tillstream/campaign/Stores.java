package io.tillstream.campaign;

import java.util.List;

/** The sinks under test, and the names that they use. */
final class Stores {

    static final List<String> SINKS = List.of("lake", "invoices", "warehouse");

    private Stores() {}

    /** A KCL application keeps its leases in a table of its own name. */
    static String leaseTable(String sink) {
        return "tillstream-" + sink;
    }
}
