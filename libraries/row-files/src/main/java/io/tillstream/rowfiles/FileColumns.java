package io.tillstream.rowfiles;

import io.tillstream.model.Blanks;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a table: what they are called in the file, and what they are to rows. Those that only number the rows,
 * which tools write unasked, are left out.
 */
final class FileColumns {

    /** What pandas and pyarrow call an index that was written as a column. */
    private static final Pattern INDEX = Pattern.compile("Unnamed: 0(\\.\\d+)?|__index_level_\\d+__");

    private final List<String> written;
    private final ColumnNames wanted;
    private final List<String> names = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean[] isLeftOut;
    private boolean isAsWritten = true;

    private FileColumns(List<String> written, ColumnNames wanted) {
        this.written = List.copyOf(written);
        this.wanted = wanted;
        this.isLeftOut = new boolean[written.size()];
    }

    /** @param wanted what is said of these columns by the one who gave the file */
    static FileColumns of(List<String> written, ColumnNames wanted) {
        FileColumns columns = new FileColumns(written, wanted);
        for (int i = 0; i < written.size(); i++) {
            columns.add(i, wanted.fieldOf(written.get(i)));
        }
        return columns;
    }

    private void add(int column, Optional<String> wanted) {
        String name = wanted.orElse(written.get(column));
        boolean isIndex = wanted.isEmpty() && isIndex(column);
        isLeftOut[column] = isIndex || (wanted.isPresent() && name.isEmpty());
        isAsWritten &= wanted.isEmpty() && !isIndex;
        names.add(name);
        if (!isLeftOut[column]) {
            kept.add(name);
        }
        if (isIndex) {
            String what = written.get(column).isBlank() ? "the first column, which has no name," : "the column " + name;
            notes.add(what + " numbers the rows of the tool that wrote the file, and is left out");
        }
    }

    private boolean isIndex(int column) {
        String name = Blanks.trim(written.get(column));
        return (column == 0 && name.isEmpty()) || INDEX.matcher(name).matches();
    }

    /** Their names in the file. */
    List<String> written() {
        return written;
    }

    /** What they are to rows, each in its place; no matter what where they are left out. */
    List<String> names() {
        return names;
    }

    /** What rows have of them. */
    List<String> kept() {
        return kept;
    }

    /** The header that rows get, of the one of these feeds that it fits best. */
    Header header(Feeds feeds) {
        return new Header(kept, wanted.joined(), feeds);
    }

    /** What the user should know about the columns. */
    List<String> notes() {
        return notes;
    }

    /** The row with the names that it is to have, and without what is left out. */
    RawRow named(RawRow row) {
        if (isAsWritten || row.fault().isPresent()) {
            return row;
        }
        List<RawValue> values = new ArrayList<>(kept.size());
        for (int i = 0; i < isLeftOut.length; i++) {
            if (!isLeftOut[i]) {
                values.add(row.value(i));
            }
        }
        return RawRow.of(kept, values);
    }
}
