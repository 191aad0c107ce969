package io.tillstream.warehouse.schema;

import io.tillstream.model.layout.FeedName;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Migrates the warehouse's schema to this version, from whatever version it has. Several may do so at once. */
public final class Migrations {

    private static final String SCRIPTS = "io/tillstream/warehouse/";
    private static final String SCRIPTS_OF_FEEDS = "io/tillstream/feeds/";

    private Migrations() {}

    /** Does nothing when the schema is up to date already. */
    public static void apply(DataSource warehouse, Dialect dialect) {
        Flyway.configure()
                .dataSource(warehouse)
                .locations(SCRIPTS + folderOf(dialect), SCRIPTS + "views")
                .load()
                .migrate();
    }

    /**
     * Runs the scripts that a feed brings for its table, those below {@code io/tillstream/feeds/<feed>/<dialect>/} on the
     * class path. Does nothing when there are none, or all have run. Their versions are counted for each feed by itself,
     * so they cannot meet the warehouse's or another feed's.
     */
    public static void apply(DataSource warehouse, Dialect dialect, FeedName feed) {
        String scripts = SCRIPTS_OF_FEEDS + feed + "/" + folderOf(dialect);
        FluentConfiguration flyway = Flyway.configure();
        if (flyway.getClassLoader().getResource(scripts) == null) {
            return;
        }
        flyway.dataSource(warehouse)
                .locations(scripts)
                .table("schema_history_of_" + feed.value().replace('-', '_'))
                // Other tables are there already, which are no concern of these scripts.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static String folderOf(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
