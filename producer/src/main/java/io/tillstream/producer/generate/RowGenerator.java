package io.tillstream.producer.generate;

import java.io.IOException;
import java.time.LocalDate;

/** Makes up the rows of a feed: the same ones for the same seed, days and number, on every JDK. */
interface RowGenerator {

    /** The first day of rows whose days are not named. */
    LocalDate usualStart();

    /** How many days they are of. */
    int usualDays();

    /**
     * Writes the rows.
     *
     * @throws IllegalArgumentException when this feed cannot be written so; no file is touched then
     */
    void write(Generation wanted) throws IOException;
}
