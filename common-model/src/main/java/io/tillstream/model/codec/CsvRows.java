package io.tillstream.model.codec;

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

    private static final int MAX_NAMES = 32;

    private final char delimiter;
    private final HeaderReader header;

    /** The names of the header are among these fields. */
    public CsvRows(char delimiter, RowFields fields) {
        this(delimiter, (header, place) -> checked(fields, header, place));
    }

    /**
     * Reads text whose header may be foreign.
     *
     * @param names says what the columns are called, by the header as it is
     */
    public CsvRows(char delimiter, UnaryOperator<List<String>> names) {
        this(delimiter, (header, place) -> names.apply(header));
    }

    private CsvRows(char delimiter, HeaderReader header) {
        this.delimiter = delimiter;
        this.header = header;
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
            while (scanner.next(values)) {
                if (!isBlank(values)) {
                    rows.take(RawRow.ofText(names, values), scanner.line());
                }
            }
        } catch (CharacterCodingException e) {
            throw scanner.malformed("the text is not in the charset it is said to be in");
        }
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
