package io.tillstream.model.codec;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads delimiter-separated text with a header (RFC 4180) as rows, one at a time; the text is never held as a whole.
 * Lines end in CR LF, LF or CR; blank lines are no rows. A row with more or fewer values than the header names becomes
 * a row that validation rejects. Safe for use by several threads.
 */
public final class CsvRows {

    private static final int MAX_NAMES = 64;

    /** What bytes are read as that are no letter. */
    private static final String NO_LETTER = "\uFFFD";

    private final char delimiter;
    private final HeaderReader header;
    private final boolean takesCutOffRow;

    /** The names of the header are among these fields. */
    public CsvRows(char delimiter, RowFields fields) {
        this(delimiter, (header, place) -> checked(fields, header, place), false);
    }

    /**
     * Reads text whose header may be foreign.
     *
     * @param names says what the columns are called, by the header as it is
     */
    public CsvRows(char delimiter, UnaryOperator<List<String>> names) {
        this(delimiter, (header, place) -> names.apply(header), false);
    }

    private CsvRows(char delimiter, HeaderReader header, boolean takesCutOffRow) {
        this.delimiter = delimiter;
        this.header = header;
        this.takesCutOffRow = takesCutOffRow;
    }

    /**
     * The same, of text that may be cut off within its last row: that one becomes a row that validation rejects, also
     * where it ends within quotes or within a letter.
     */
    public CsvRows withCutOffRow() {
        return new CsvRows(delimiter, header, true);
    }

    /**
     * Reads the text to its end. A byte order mark of UTF-8 before it overrides the charset. Rows before a fault have
     * been handed over when it is found. What the sink throws passes through.
     *
     * @throws MalformedRows when bytes do not fit the charset, and as for {@link #read(Reader, RowSink)}
     * @throws IOException when the stream fails
     */
    public void read(InputStream text, Charset charset, RowSink rows) throws IOException, MalformedRows {
        read(new StrictReader(text, charset), rows);
    }

    /**
     * Reads the text to its end, as above.
     *
     * @throws MalformedRows when there is no header of a row's fields, a quote is not closed, a value goes on after its closing quote, or
     *     a row is very long
     */
    public void read(Reader text, RowSink rows) throws IOException, MalformedRows {
        CsvScanner scanner = new CsvScanner(text, delimiter);
        try {
            List<String> names = header.names(header(scanner), scanner);
            List<String> values = new ArrayList<>(names.size());
            while (next(scanner, values, rows)) {
                if (!isBlank(values)) {
                    rows.take(row(names, values, scanner), scanner.line());
                }
            }
        } catch (CharacterCodingException e) {
            throw scanner.malformed("the text is not in the charset it is said to be in");
        }
    }

    /** Reads the next record; where it is cut off and taken so, it is handed over and the last. */
    private boolean next(CsvScanner scanner, List<String> values, RowSink rows) throws IOException, MalformedRows {
        try {
            return scanner.next(values);
        } catch (MalformedRows fault) {
            if (!takesCutOffRow || !fault.isCutOff()) {
                throw fault;
            }
            rows.take(cutOff("a quote that opens in column " + fault.column() + " is not closed"), scanner.line());
            return false;
        }
    }

    private RawRow row(List<String> names, List<String> values, CsvScanner scanner) throws IOException {
        boolean isCutOff = takesCutOffRow
                && !values.isEmpty()
                && values.get(values.size() - 1).endsWith(NO_LETTER)
                && scanner.isAtEnd();
        return isCutOff ? cutOff("it ends within a letter") : RawRow.ofText(names, values);
    }

    private static RawRow cutOff(String sign) {
        return RawRow.unreadable(new FieldError(
                "", FieldError.MALFORMED, "the text ends within this row: " + sign + "; get the rest of the file"));
    }

    private static List<String> header(CsvScanner scanner) throws IOException, MalformedRows {
        List<String> header = new ArrayList<>();
        boolean more = scanner.next(header);
        while (more && isBlank(header)) {
            more = scanner.next(header);
        }
        if (!more) {
            throw scanner.malformed("there is no header");
        }
        return List.copyOf(header);
    }

    private static List<String> checked(RowFields fields, List<String> header, CsvScanner scanner)
            throws MalformedRows {
        if (!fields.isHeader(header)) {
            throw scanner.malformed(
                    "the header names no field of a row; begin with a line such as " + fields.usualHeader());
        }
        if (header.size() > MAX_NAMES) {
            throw scanner.malformed("the header has more than " + MAX_NAMES + " names; send only the fields of a row");
        }
        return header;
    }

    private static boolean isBlank(List<String> values) {
        return values.size() == 1 && values.get(0).isBlank();
    }

    private interface HeaderReader {
        List<String> names(List<String> header, CsvScanner place) throws MalformedRows;
    }
}
