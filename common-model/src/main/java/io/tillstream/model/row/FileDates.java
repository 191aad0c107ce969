package io.tillstream.model.row;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a file, or of files that are read as one: reads them in one order of day and month, and remembers what
 * they themselves say of it. A first or second number above 12 is a day, and tells the order of the whole file. Not
 * safe for use by several threads.
 */
public final class FileDates {

    private static final int MONTHS = 12;

    private final DateOrder order;
    private final boolean isTold;
    private String file = "";
    private long line;
    private @Nullable Example fitting;
    private @Nullable Example contrary;
    private @Nullable Example ambiguous;

    private FileDates(DateOrder order, boolean isTold) {
        this.order = order;
        this.isTold = isTold;
    }

    /** Dates are read in the given order, or else month first, and are then checked against that. */
    public static FileDates of(@Nullable DateOrder told) {
        return new FileDates(told == null ? DateOrder.MONTH_FIRST : told, told != null);
    }

    /** Where the next date stands. */
    public void at(String nextFile, long nextLine) {
        file = nextFile;
        line = nextLine;
    }

    /** Why the file must not be read in this order; empty when nothing in the file speaks against it. */
    public Optional<String> fault() {
        if (isTold || contrary == null) {
            return Optional.empty();
        }
        String other = order.other().words() + ": " + contrary;
        return Optional.of(
                fitting == null
                        ? "its dates are written " + other + "; give --dates " + option(order.other()) + ", or --dates "
                                + option(order) + " to have such rows rejected"
                        : "some of its dates are written " + order.words() + ": " + fitting + ", others " + other
                                + "; correct them, or give --dates " + option(order) + " or " + option(order.other())
                                + " to have the others rejected");
    }

    /** A note that the order was assumed, when no date shows it. */
    public Optional<String> note() {
        boolean isAssumed = !isTold && fitting == null && contrary == null;
        return isAssumed && ambiguous != null
                ? Optional.of("no date shows which number is the month, such as " + ambiguous + "; they were read "
                        + order.words() + ", --dates " + option(order.other()) + " reads them the other way")
                : Optional.empty();
    }

    DateOrder order() {
        return order;
    }

    @Nullable
    LocalDateTime read(String text) {
        LocalDateTime date = DateScanner.parse(text, order);
        if (!isTold) {
            note(text, date);
        }
        return date;
    }

    private void note(String text, @Nullable LocalDateTime date) {
        if (date == null) {
            if (contrary == null && DateScanner.parse(text, order.other()) != null) {
                contrary = example(text);
            }
        } else if (date.getDayOfMonth() > MONTHS) {
            if (fitting == null && !DateScanner.isIso(text)) {
                fitting = example(text);
            }
        } else if (ambiguous == null && date.getDayOfMonth() != date.getMonthValue() && !DateScanner.isIso(text)) {
            ambiguous = example(text);
        }
    }

    private Example example(String text) {
        return new Example(text, file, line);
    }

    private static String option(DateOrder order) {
        return order.option();
    }

    private record Example(String text, String file, long line) {
        @Override
        public String toString() {
            return FieldErrors.quote(text) + " in line " + line + (file.isEmpty() ? "" : " of " + file);
        }
    }
}
