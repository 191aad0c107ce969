package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Rows, each with the columns that a second file adds to it. One that is not in there stays without. */
final class JoinedRows implements RowReader {

    private final RowReader rows;
    private final JoinFile joined;
    private long unmatched;

    JoinedRows(RowReader rows, JoinFile joined) {
        this.rows = rows;
        this.joined = joined;
    }

    @Override
    public void read(RowConsumer consumer) throws IOException {
        unmatched = 0;
        rows.read(row -> consumer.accept(new NumberedRow(row.number(), row.line(), row.sheet(), joined(row.row()))));
    }

    private RawRow joined(RawRow row) {
        if (row.fault().isPresent()) {
            return row;
        }
        RawRow whole = joined.join(row);
        unmatched += whole == row ? 1 : 0;
        return whole;
    }

    @Override
    public Feed feed() {
        return rows.feed();
    }

    @Override
    public String description() {
        return rows.description() + ", " + joined.description();
    }

    /** How many rows have no other half is known once they have been read. */
    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        notes.addAll(joined.notes());
        if (unmatched > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d rows have no match in %s by %s; their %s stay empty",
                    unmatched,
                    joined.name(),
                    joined.on(),
                    String.join(", ", joined.names())));
        }
        return notes;
    }

    @Override
    public OptionalLong estimatedRows() {
        return rows.estimatedRows();
    }
}
