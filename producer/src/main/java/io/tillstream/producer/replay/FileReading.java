package io.tillstream.producer.replay;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.DateOrder;
import io.tillstream.rowfiles.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of the file are read.
 *
 * @param feed what its rows are
 * @param dates the order of day and month; if not told, month first unless the dates themselves say otherwise
 * @param columns what its columns are to rows
 * @param source a name that tells the rows from equal ones of other sources; part of their identity
 */
record FileReading(
        Feed feed,
        @Nullable DateOrder dates,
        ColumnNames columns,
        @Nullable String source) {

    /** The options that are not the default; the same for readings that make the same lines. */
    List<String> meaning() {
        List<String> meaning = new ArrayList<>(columns.meaning());
        meaning.addAll(feed.meaning());
        if (dates != null) {
            meaning.add("dates " + dates.option());
        }
        if (source != null) {
            meaning.add("source " + source);
        }
        return meaning;
    }
}
