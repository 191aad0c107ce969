package io.tillstream.model.layout;

import java.util.Locale;

/** Where rows end up. */
public enum SinkName {
    /** The raw lake on S3. */
    LAKE,
    /** The look-ups of invoices and customers. */
    INVOICES,
    WAREHOUSE;

    /** As it stands in keys, metrics, settings and commands. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
