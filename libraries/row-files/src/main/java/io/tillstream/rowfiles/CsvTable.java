package io.tillstream.rowfiles;

import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/**
 * A text of values with a delimiter between, and a header.
 *
 * @param delimiterLine the length of a line before the header that tells the delimiter; 0 when there is none
 */
record CsvTable(Payload payload, TextScan scan, char delimiter, int delimiterLine, FileColumns columns) {

    /** Where its header stands. */
    String place() {
        return delimiterLine == 0 ? "line 1" : "line 2";
    }

    /** Reads the rows to the end; a last one that is cut off is a row with a fault. */
    void readAsFarAsItGoes(RowSink rows) throws IOException, MalformedRows {
        read(csv().withCutOffRow(), rows);
    }

    /** Reads the rows of a text that has to be whole. */
    void readWhole(RowSink rows) throws IOException, MalformedRows {
        read(csv(), rows);
    }

    private CsvRows csv() {
        return new CsvRows(delimiter, header -> columns.written());
    }

    private void read(CsvRows csv, RowSink rows) throws IOException, MalformedRows {
        try (InputStream text = payload.open()) {
            text.skipNBytes(scan.markLength());
            Reader rest = withoutDelimiterLine(new InputStreamReader(text, scan.charset()));
            csv.read(rest, (row, lineNumber) -> rows.take(columns.named(row), lineNumber));
        }
    }

    /** Its end stays, as a blank line, so that lines keep their numbers. */
    private Reader withoutDelimiterLine(Reader text) throws IOException {
        for (int left = delimiterLine; left > 0; left--) {
            text.read();
        }
        return text;
    }

    String description() {
        String separated = switch (delimiter) {
            case ';' -> ", separated by semicolons";
            case '\t' -> ", separated by tabs";
            case '|' -> ", separated by pipes";
            default -> "";
        };
        return "CSV" + separated + ", " + scan.charset().name();
    }
}
