package io.tillstream.producer.replay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a file are sent.
 *
 * @param first the number of the first row, from 1
 * @param last the number of the last row
 * @param limit how many rows at most
 * @param from the first day of the rows' dates
 * @param to the last day of the rows' dates
 */
record Selection(long first, long last, long limit, Optional<LocalDate> from, Optional<LocalDate> to) {

    static final Selection ALL = new Selection(1, Long.MAX_VALUE, Long.MAX_VALUE, Optional.empty(), Optional.empty());

    /** What to do with a row. */
    enum Choice {
        SEND,
        PASS_OVER,
        /** The row is invalid, and its date, by which rows are selected, is not known. */
        UNDATED,
        /** No row from here on is selected. */
        END
    }

    Selection {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("rows are numbered from 1, and the last is not before the first");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("at least one row must be sent");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("the last day is before the first");
        }
    }

    /**
     * Whether one row is sent.
     *
     * @param day that of the row; absent when it is invalid
     * @param sent how many rows were chosen before it
     */
    Choice choose(long number, @Nullable LocalDate day, long sent) {
        if (number > last || sent >= limit) {
            return Choice.END;
        }
        if (number < first) {
            return Choice.PASS_OVER;
        }
        if (!isByDate()) {
            return Choice.SEND;
        }
        if (day == null) {
            return Choice.UNDATED;
        }
        return holds(day) ? Choice.SEND : Choice.PASS_OVER;
    }

    /** The number of the last row to be sent, when the file has about so many rows and that can be known. */
    OptionalLong lastOf(OptionalLong rows) {
        long byNumber = limit == Long.MAX_VALUE ? last : Math.min(last, first + limit - 1);
        if (isByDate() || (rows.isEmpty() && byNumber == Long.MAX_VALUE)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(byNumber, rows.orElse(Long.MAX_VALUE)));
    }

    private boolean isByDate() {
        return from.isPresent() || to.isPresent();
    }

    private boolean holds(LocalDate day) {
        return from.map(bound -> !day.isBefore(bound)).orElse(true)
                && to.map(bound -> !day.isAfter(bound)).orElse(true);
    }
}
