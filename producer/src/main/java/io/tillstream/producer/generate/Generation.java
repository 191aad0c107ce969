package io.tillstream.producer.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made up, and where it goes.
 *
 * @param items a second file, for what is known of the products
 */
record Generation(
        long rows,
        long seed,
        LocalDate start,
        int days,
        GeneratedFile out,
        @Nullable GeneratedFile items) {}
