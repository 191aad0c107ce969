package io.tillstream.consumers.reprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A sink that leaves dead letters. */
enum Origin {
    LAKE,
    INVOICES,
    WAREHOUSE;

    /** The sink's name. */
    String sink() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Origin::sink).toList();
    }
}
