package io.tillstream.rowfiles;

import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.codec.RowSink;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A text of rows: CSV by its delimiter, or NDJSON. */
final class TextRows implements RowReader {

    private final Path file;
    private final Payload payload;
    private final TextScan scan;
    private final @Nullable CsvTable table;
    private final ColumnNames wanted;
    private final Feed feed;

    private TextRows(
            Path file, Payload payload, TextScan scan, @Nullable CsvTable table, ColumnNames wanted, Feed feed) {
        this.file = file;
        this.payload = payload;
        this.scan = scan;
        this.table = table;
        this.wanted = wanted;
        this.feed = feed;
    }

    static TextRows csv(Path file, CsvTable table, Feed feed) {
        return new TextRows(file, table.payload(), table.scan(), table, ColumnNames.AS_WRITTEN, feed);
    }

    static TextRows ndjson(Path file, Payload payload, TextScan scan, ColumnNames wanted, Feed feed) {
        return new TextRows(file, payload, scan, null, wanted, feed);
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        RowSink numbering = new Numbering(rows);
        try {
            if (table == null) {
                readNdjson(numbering);
            } else {
                table.readAsFarAsItGoes(numbering);
            }
        } catch (MalformedRows e) {
            throw UnreadableFileException.at(file, "line " + e.line() + ", column " + e.column(), e.reason());
        }
    }

    /** Only its last row can tell that there is no such name. */
    private void readNdjson(RowSink rows) throws IOException {
        try (InputStream text = payload.open()) {
            text.skipNBytes(scan.markLength());
            if (wanted.isEmpty()) {
                new NdjsonRows().read(text, rows);
                return;
            }
            JsonNames names = new JsonNames(wanted);
            new NdjsonRows().read(text, (row, lineNumber) -> rows.take(names.named(row), lineNumber));
            String fault = names.fault().orElse(null);
            if (fault != null) {
                throw UnreadableFileException.of(file, "cannot be read so: " + fault);
            }
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes =
                new ArrayList<>(table == null ? List.of() : table.columns().notes());
        if (scan.isMixed()) {
            notes.add("its encoding is mixed: it was read as " + scan.charset()
                    + ", but holds letters in UTF-8, too, which come out as two or three wrong ones");
        }
        return notes;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String description() {
        return table == null ? "NDJSON, " + scan.charset().name() : table.description();
    }

    @Override
    public OptionalLong estimatedRows() {
        return OptionalLong.of(table == null ? scan.lines() : scan.lines() - 1);
    }

    /** Counts the rows, and stops when no more are wanted. */
    private static final class Numbering implements RowSink {

        private final RowConsumer rows;
        private long count;

        Numbering(RowConsumer rows) {
            this.rows = rows;
        }

        @Override
        public void take(RawRow row, long line) {
            if (!rows.accept(new NumberedRow(++count, line, null, row))) {
                throw new Stopped();
            }
        }
    }
}
