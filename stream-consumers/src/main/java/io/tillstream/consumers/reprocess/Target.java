package io.tillstream.consumers.reprocess;

import java.util.Locale;

/** A sink that may be given rows again, past the stream. */
enum Target {
    INVOICES,
    WAREHOUSE;

    /** The sink's name. */
    String sink() {
        return name().toLowerCase(Locale.ROOT);
    }
}
