package io.tillstream.loader.parts;

import io.tillstream.loader.parts.RowRules.Grouping;
import io.tillstream.model.row.FileDates;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks what was read, to its end or up to the bound of rejected rows, before any of it is loaded. */
public final class ReadChecks {

    /** Pieces of one file share few lines, if any; files that overlap share whole invoices. */
    private static final double SHARED_PERCENT = 1;

    private static final long SHARED_LINES = 10;

    private ReadChecks() {}

    /**
     * Why nothing of it is loaded; null when it may be loaded. What the dates say comes first: a wrong order makes bad
     * rows.
     */
    static @Nullable Refusal of(Tally tally, FileStatistics figures, FileDates dates, RowRules rules) {
        String fault = dates.fault().orElse(null);
        if (fault != null) {
            return new Refusal.Unreadable(fault);
        }
        if (figures.rows() == 0) {
            return new Refusal.Unreadable("there is no row in it");
        }
        Refusal rejected = ofRows(figures, rules.limit());
        return rejected == null ? ofShared(tally.shared(), figures, rules.grouping()) : rejected;
    }

    /** As far as the figures alone tell. */
    public static @Nullable Refusal ofRows(FileStatistics figures, RejectLimit limit) {
        if (figures.accepted() == 0) {
            return new Refusal.Rejected("none of its rows is valid");
        }
        return limit.isPassed(figures.rejectedRows(), figures.rows()) ? tooMany(limit) : null;
    }

    static Refusal tooMany(RejectLimit limit) {
        return new Refusal.Rejected("more of its rows are rejected than " + limit
                + "; correct them, or set another limit with --max-rejected");
    }

    private static @Nullable Refusal ofShared(long shared, FileStatistics figures, Grouping grouping) {
        boolean overlaps = grouping == Grouping.AUTO
                && shared >= SHARED_LINES
                && shared > SHARED_PERCENT / 100 * figures.accepted();
        return overlaps
                ? new Refusal.Unreadable(String.format(
                        Locale.ROOT,
                        "%,d of their %,d lines are in another of the files, too; if the files overlap, give --files"
                                + " separately, and each line counts once; if they are pieces of one, give --files"
                                + " together, and all of them count",
                        shared,
                        figures.accepted()))
                : null;
    }
}
