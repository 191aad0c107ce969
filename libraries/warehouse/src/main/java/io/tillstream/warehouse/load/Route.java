package io.tillstream.warehouse.load;

import java.util.Optional;

/**
 * How objects get into the warehouse.
 *
 * @param rejected keeps the versions of lines that do not count
 * @param straight for objects all of whose lines are new, where the warehouse can tell that by itself
 */
record Route(Staging staging, Optional<StraightCopy> straight, RejectedLines rejected) {

    static Route ofPostgres(ObjectReader reader) {
        ObjectCopy copies = new ObjectCopy(reader);
        return new Route(new PostgresStaging(copies), Optional.of(new StraightCopy(copies)), reader.rejected());
    }

    static Route ofRedshift(ObjectReader reader, StagingArea area, RedshiftAccess access) {
        return new Route(new RedshiftStaging(reader, area, access), Optional.empty(), reader.rejected());
    }
}
