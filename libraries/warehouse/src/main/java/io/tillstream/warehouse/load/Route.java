package io.tillstream.warehouse.load;

import java.util.Optional;

/**
 * How objects get into the warehouse.
 *
 * @param feed whose lines they hold
 * @param statements about their table
 * @param rejected keeps the versions of lines that do not count
 * @param straight for objects all of whose lines are new, where the warehouse can tell that by itself
 */
record Route(
        FeedTable feed,
        LoadStatements statements,
        Staging staging,
        Optional<StraightCopy> straight,
        RejectedLines rejected) {

    static Route ofPostgres(FeedTable feed, ObjectReader reader) {
        ObjectCopy copies = new ObjectCopy(reader, feed.table());
        StraightCopy straight = new StraightCopy(copies, feed.table().name());
        return of(feed, new PostgresStaging(feed, copies), Optional.of(straight), reader.rejected());
    }

    static Route ofRedshift(FeedTable feed, ObjectReader reader, StagingArea area, RedshiftAccess access) {
        return of(feed, new RedshiftStaging(feed, reader, area, access), Optional.empty(), reader.rejected());
    }

    private static Route of(FeedTable feed, Staging staging, Optional<StraightCopy> straight, RejectedLines rejected) {
        return new Route(feed, new LoadStatements(feed.table()), staging, straight, rejected);
    }
}
