package io.tillstream.rowfiles;

import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.codec.RowSink;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
    private final Form form;
    private final ColumnNames wanted;

    private TextRows(Path file, Payload payload, TextScan scan, Form form, ColumnNames wanted) {
        this.file = file;
        this.payload = payload;
        this.scan = scan;
        this.form = form;
        this.wanted = wanted;
    }

    static TextRows csv(Path file, Payload payload, TextScan scan, Form form) {
        return new TextRows(file, payload, scan, form, ColumnNames.AS_WRITTEN);
    }

    static TextRows ndjson(Path file, Payload payload, TextScan scan, ColumnNames wanted, Feed feed) {
        return new TextRows(file, payload, scan, new Form(null, 0, FileColumns.of(List.of(), wanted), feed), wanted);
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        RowSink numbering = new Numbering(rows);
        try (InputStream text = payload.open()) {
            text.skipNBytes(scan.markLength());
            Character delimiter = form.delimiter();
            if (delimiter == null) {
                readNdjson(text, numbering);
            } else {
                FileColumns columns = form.columns();
                Reader rest = withoutDelimiterLine(new InputStreamReader(text, scan.charset()));
                new CsvRows(delimiter, header -> columns.written())
                        .withCutOffRow()
                        .read(rest, (row, lineNumber) -> numbering.take(columns.named(row), lineNumber));
            }
        } catch (MalformedRows e) {
            throw UnreadableFileException.at(file, "line " + e.line() + ", column " + e.column(), e.reason());
        }
    }

    /** Its end stays, as a blank line, so that lines keep their numbers. */
    private Reader withoutDelimiterLine(Reader text) throws IOException {
        for (int left = form.delimiterLine(); left > 0; left--) {
            text.read();
        }
        return text;
    }

    /** Only its last row can tell that there is no such name. */
    private void readNdjson(InputStream text, RowSink rows) throws IOException {
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

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(form.columns().notes());
        if (scan.isMixed()) {
            notes.add("its encoding is mixed: it was read as " + scan.charset()
                    + ", but holds letters in UTF-8, too, which come out as two or three wrong ones");
        }
        return notes;
    }

    @Override
    public Feed feed() {
        return form.feed();
    }

    @Override
    public String description() {
        Character delimiter = form.delimiter();
        if (delimiter == null) {
            return "NDJSON, " + scan.charset().name();
        }
        String separated = switch (delimiter) {
            case ';' -> ", separated by semicolons";
            case '\t' -> ", separated by tabs";
            case '|' -> ", separated by pipes";
            default -> "";
        };
        return "CSV" + separated + ", " + scan.charset().name();
    }

    @Override
    public OptionalLong estimatedRows() {
        return OptionalLong.of(form.delimiter() == null ? scan.lines() : scan.lines() - 1);
    }

    /**
     * How rows are written.
     *
     * @param delimiter what separates values; absent in NDJSON
     * @param delimiterLine the length of a line before the header that tells the delimiter; 0 when there is none
     */
    record Form(@Nullable Character delimiter, int delimiterLine, FileColumns columns, Feed feed) {}

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
