package io.tillstream.warehouse.schema;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrates the warehouse's schema to this version, from whatever version it has. */
public final class Migrations {

    private static final String SCRIPTS = "classpath:io/tillstream/warehouse/";

    private Migrations() {}

    /** Does nothing when the schema is up to date already; several may call it at once. */
    public static void apply(DataSource warehouse, Dialect dialect) {
        Flyway.configure()
                .dataSource(warehouse)
                .locations(SCRIPTS + dialect.name().toLowerCase(Locale.ROOT), SCRIPTS + "views")
                .load()
                .migrate();
    }
}
