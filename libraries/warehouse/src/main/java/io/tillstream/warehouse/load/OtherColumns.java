package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import java.time.Instant;

/** The columns of a row that are not those of its line. */
sealed interface OtherColumns {

    /** Their names, for {@code COPY}. */
    String names();

    int count();

    /**
     * Adds them to a row.
     *
     * @param number that of the line in its object
     */
    void add(CopyFields fields, long number, FeedLine line);

    /** That of the table itself. */
    record LoadedAt(Instant at) implements OtherColumns {

        @Override
        public String names() {
            return "loaded_at";
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void add(CopyFields fields, long number, FeedLine line) {
            fields.timestamp(at);
        }
    }

    /** Those of staging: the place of the line, and its place among the versions of it. */
    record Place(int objectNumber, ContentHashing hashing, Digest128 digest) implements OtherColumns {

        @Override
        public String names() {
            return StagingTable.PLACE;
        }

        @Override
        public int count() {
            return 3;
        }

        @Override
        public void add(CopyFields fields, long number, FeedLine line) {
            fields.integer(objectNumber);
            fields.integer(number);
            fields.text(LineVersion.of(line, hashing, digest).toString());
        }
    }
}
