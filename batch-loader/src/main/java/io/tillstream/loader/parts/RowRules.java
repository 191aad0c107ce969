package io.tillstream.loader.parts;

import io.tillstream.model.StoreId;
import io.tillstream.model.row.DateOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of files become lines.
 *
 * @param limit how many may be rejected
 * @param dates the order of day and month; if not told, month first unless the dates themselves say otherwise
 * @param store the shop of rows that name none; no part of their identity, so that a row has the same one that is sent
 *     with a key of this shop
 * @param source a name that tells the rows from equal ones of other sources; part of their identity
 * @param grouping whether files that are given together are one
 */
public record RowRules(
        RejectLimit limit,
        @Nullable DateOrder dates,
        @Nullable StoreId store,
        @Nullable String source,
        Grouping grouping) {

    /** Whether files that are given together are pieces of one, whose rows all count. */
    public enum Grouping {
        /** They are, unless so many lines are in several of them that the files seem to overlap. */
        AUTO,
        TOGETHER,
        /** Each stands for itself; a line that several of them hold counts once. */
        SEPARATELY
    }

    /** What of it decides which lines come of a row; the same for rules that make the same lines. */
    public List<String> meaning() {
        List<String> meaning = new ArrayList<>();
        if (dates != null) {
            meaning.add("dates=" + dates.option());
        }
        if (store != null) {
            meaning.add("store=" + store.value());
        }
        if (source != null) {
            meaning.add("source=" + source);
        }
        return meaning;
    }
}
