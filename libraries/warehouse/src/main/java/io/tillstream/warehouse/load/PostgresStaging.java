package io.tillstream.warehouse.load;

import io.tillstream.model.identity.Digest128;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills staging through PostgreSQL's COPY protocol. */
final class PostgresStaging implements Staging {

    private static final String TABLE = "staging";

    private final FeedTable feed;
    private final ObjectCopy copies;

    PostgresStaging(FeedTable feed, ObjectCopy copies) {
        this.feed = feed;
        this.copies = copies;
    }

    @Override
    public List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException {
        execute(transaction, StagingTable.onPostgres(feed.table()));
        Digest128 digest = new Digest128();
        List<Staged> staged = new ArrayList<>();
        for (LoadObject object : objects) {
            OtherColumns place = new OtherColumns.Place(staged.size(), feed.hashing(), digest);
            staged.add(copies.copy(transaction, object, TABLE, place));
        }
        execute(transaction, "ANALYZE staging");
        return staged;
    }

    @Override
    public String attributesOf(String table) {
        return "CAST(" + table + ".attributes AS text)";
    }

    private static void execute(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
