package io.tillstream.warehouse.load;

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
    void add(CopyFields fields, long number);

    /** Those of {@code sales_line}. */
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
        public void add(CopyFields fields, long number) {
            fields.timestamp(at);
        }
    }

    /** Those of staging: the place of the line. */
    record Place(int objectNumber) implements OtherColumns {

        @Override
        public String names() {
            return "object_no, row_no";
        }

        @Override
        public int count() {
            return 2;
        }

        @Override
        public void add(CopyFields fields, long number) {
            fields.integer(objectNumber);
            fields.integer(number);
        }
    }
}
