package io.tillstream.rowfiles;

import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.codec.RowSink;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A text of rows: CSV by its delimiter, or NDJSON. */
final class TextRows implements RowReader {

    private final Path file;
    private final Payload payload;
    private final TextScan scan;
    private final @Nullable Character delimiter;
    private final int delimiterLine;

    private TextRows(Path file, Payload payload, TextScan scan, @Nullable Character delimiter, int delimiterLine) {
        this.file = file;
        this.payload = payload;
        this.scan = scan;
        this.delimiter = delimiter;
        this.delimiterLine = delimiterLine;
    }

    /** @param delimiterLine the length of a line before the header that tells the delimiter; 0 when there is none */
    static TextRows csv(Path file, Payload payload, TextScan scan, char delimiter, int delimiterLine) {
        return new TextRows(file, payload, scan, delimiter, delimiterLine);
    }

    static TextRows ndjson(Path file, Payload payload, TextScan scan) {
        return new TextRows(file, payload, scan, null, 0);
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        RowSink sink = new Numbering(rows);
        try (InputStream text = payload.open()) {
            text.skipNBytes(scan.markLength());
            if (delimiter == null) {
                new NdjsonRows().read(text, sink);
            } else {
                new CsvRows(delimiter).read(withoutDelimiterLine(new InputStreamReader(text, scan.charset())), sink);
            }
        } catch (MalformedRows e) {
            throw UnreadableFileException.at(file, "line " + e.line() + ", column " + e.column(), e.reason());
        }
    }

    /** Its end stays, as a blank line, so that lines keep their numbers. */
    private Reader withoutDelimiterLine(Reader text) throws IOException {
        for (int left = delimiterLine; left > 0; left--) {
            text.read();
        }
        return text;
    }

    @Override
    public List<String> notes() {
        return scan.isMixed()
                ? List.of("its encoding is mixed: it was read as " + scan.charset()
                        + ", but holds letters in UTF-8, too, which come out as two or three wrong ones")
                : List.of();
    }

    @Override
    public String description() {
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
        return OptionalLong.of(delimiter == null ? scan.lines() : scan.lines() - 1);
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
