package io.tillstream.warehouse.schema;

import java.util.Locale;

/** The databases that can be the warehouse. They differ in their tables and in how rows get into staging. */
public enum Dialect {
    POSTGRESQL,
    REDSHIFT;

    /** The one that a JDBC address names. */
    public static Dialect of(String jdbcUrl) {
        return jdbcUrl.toLowerCase(Locale.ROOT).contains("redshift") ? REDSHIFT : POSTGRESQL;
    }
}
