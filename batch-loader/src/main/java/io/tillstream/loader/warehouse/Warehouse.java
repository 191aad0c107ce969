package io.tillstream.loader.warehouse;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.warehouse.load.FeedTable;
import io.tillstream.warehouse.load.RedshiftAccess;
import io.tillstream.warehouse.load.RejectedLines;
import io.tillstream.warehouse.load.WarehouseLoad;
import io.tillstream.warehouse.schema.Dialect;
import io.tillstream.warehouse.schema.Migrations;
import io.tillstream.warehouse.schema.ReadRights;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import software.amazon.awssdk.services.s3.S3Client;

/** The warehouse that the settings name, with its schema up to date. */
final class Warehouse {

    private final DataSource database;
    private final WarehouseProperties settings;

    Warehouse(DataSource database, WarehouseProperties settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * What loads these feeds.
     *
     * @param region where this process is, asked for only if the settings name no other
     */
    PerFeed<WarehouseLoad> loads(Feeds feeds, S3Client s3, RejectedLines rejected, Supplier<String> region) {
        migrate(feeds);
        grantReading();
        return new PerFeed<>(feeds, feed -> load(feed, s3, rejected, region));
    }

    private void migrate(Feeds feeds) {
        Dialect dialect = settings.dialectOrThatOfUrl();
        Migrations.apply(database, dialect);
        feeds.all().forEach(feed -> Migrations.apply(database, dialect, feed.name()));
    }

    private WarehouseLoad load(Feed feed, S3Client s3, RejectedLines rejected, Supplier<String> region) {
        FeedTable table = FeedTable.of(feed);
        S3Contents contents = new S3Contents(s3);
        return switch (settings.dialectOrThatOfUrl()) {
            case POSTGRESQL -> WarehouseLoad.intoPostgres(table, database, contents, rejected);
            case REDSHIFT -> {
                WarehouseProperties.Redshift redshift = settings.redshift();
                yield WarehouseLoad.intoRedshift(
                        table,
                        database,
                        contents,
                        rejected,
                        new S3StagingArea(s3, redshift.bucket(), redshift.prefix()),
                        access(redshift, region));
            }
        };
    }

    private void grantReading() {
        try {
            ReadRights.grant(database, settings.readers(), settings.viewers());
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "The right to read the warehouse cannot be granted: " + refused.getMessage(), refused);
        }
    }

    static RedshiftAccess access(WarehouseProperties.Redshift redshift, Supplier<String> region) {
        String named = redshift.region();
        return new RedshiftAccess(redshift.iamRole(), named == null ? region.get() : named);
    }
}
