package io.tillstream.rowfiles;

import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.RawRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the format of a text by its first line, and refuses a text without rows. */
final class TextFormat {

    private static final int LONGEST_LINE = 1 << 16;
    private static final String DELIMITERS = ",;\t|";

    /** What Excel reads the delimiter from, before the header. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("\"?sep=([,;\t|])\"?", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final Payload payload;
    private final TextScan scan;
    private final ColumnNames wanted;
    private final Feeds feeds;

    TextFormat(Path file, Payload payload, TextScan scan, ColumnNames wanted, Feeds feeds) {
        this.file = file;
        this.payload = payload;
        this.scan = scan;
        this.wanted = wanted;
        this.feeds = feeds;
    }

    TextRows rows() throws IOException {
        List<String> lines = firstLines();
        String first = lines.getFirst();
        if (first.isBlank()) {
            throw UnreadableFileException.of(file, "holds only blanks");
        }
        return switch (first.stripLeading().charAt(0)) {
            case '{' -> ndjson();
            case '[' ->
                throw UnreadableFileException.of(
                        file, "is a JSON array; a file must have one object per line (jq -c '.[]' converts it)");
            case '<' ->
                throw UnreadableFileException.of(
                        file, "is a web page or other XML, perhaps in place of the file that was asked for");
            default -> csv(lines);
        };
    }

    private TextRows ndjson() throws IOException {
        if (!scan.charset().equals(StandardCharsets.UTF_8)) {
            throw UnreadableFileException.of(file, "is JSON in " + scan.charset() + "; JSON must be in UTF-8");
        }
        return TextRows.ndjson(file, payload, scan, wanted, feedOfFirstRow());
    }

    /** By the first row that can be taken apart; where there is no choice, none is read. */
    private Feed feedOfFirstRow() throws IOException {
        List<String> names = new ArrayList<>();
        JsonNames mapped = new JsonNames(wanted);
        if (feeds.all().size() > 1) {
            try (InputStream text = payload.open()) {
                text.skipNBytes(scan.markLength());
                new NdjsonRows().read(text, (row, lineNumber) -> {
                    if (row.fault().isEmpty()) {
                        names.addAll(namesOf(mapped.named(row)));
                        throw new Stopped();
                    }
                });
            } catch (Stopped enough) {
                return feedOf(names);
            }
        }
        return feedOf(names);
    }

    private Feed feedOf(List<String> names) {
        names.addAll(wanted.joinedNames());
        return FeedChoice.of(names, feeds);
    }

    private TextRows csv(List<String> lines) throws IOException {
        CsvTable table = table(lines);
        Header found = table.columns().header(feeds);
        String fault = found.fault()
                .or(() -> wanted.faultIn(table.columns().written()))
                .orElse(null);
        if (fault != null) {
            throw UnreadableFileException.at(file, table.place(), fault);
        }
        return TextRows.csv(file, table, found.feed());
    }

    /** A table of whatever columns. */
    CsvTable table() throws IOException {
        List<String> lines = firstLines();
        if (lines.getFirst().isBlank()
                || "{[<".indexOf(lines.getFirst().stripLeading().charAt(0)) >= 0) {
            throw UnreadableFileException.of(file, "is no CSV, as a file must be that rows are joined with");
        }
        return table(lines);
    }

    private CsvTable table(List<String> lines) throws IOException {
        String name = payload.name().toLowerCase(Locale.ROOT);
        if (name.contains(".ndjson") || name.contains(".jsonl")) {
            throw UnreadableFileException.at(file, "line 1", "not a JSON object, as the file's name promises");
        }
        Matcher said = DELIMITER_LINE.matcher(lines.getFirst());
        boolean isSaid = said.matches();
        String header = isSaid ? lines.getLast() : lines.getFirst();
        char delimiter = isSaid ? said.group(1).charAt(0) : delimiter(header);
        List<String> names = new RowNames(payload, scan, delimiter).added(names(header, delimiter));
        int delimiterLine = isSaid ? lines.getFirst().length() : 0;
        return new CsvTable(payload, scan, delimiter, delimiterLine, FileColumns.of(names, wanted));
    }

    /** The first two lines that are not blank, the second if there is one; as much of each as a header may have. */
    private List<String> firstLines() throws IOException {
        try (InputStream bytes = payload.open()) {
            bytes.skipNBytes(scan.markLength());
            Reader text = new BufferedReader(new InputStreamReader(bytes, scan.charset()));
            String first = firstLine(text);
            String second = firstLine(text);
            return second.isBlank() ? List.of(first) : List.of(first, second);
        }
    }

    private static String firstLine(Reader text) throws IOException {
        String line = "";
        boolean more = true;
        while (more && line.isBlank()) {
            StringBuilder next = new StringBuilder();
            more = readLine(text, next);
            line = next.toString();
        }
        return line;
    }

    /** Reads to the end of a line, or as far as a line may go; whether the text goes on. */
    private static boolean readLine(Reader text, StringBuilder line) throws IOException {
        int c = text.read();
        while (c >= 0 && !isLineEnd(c) && line.length() < LONGEST_LINE) {
            line.append((char) c);
            c = text.read();
        }
        return c >= 0;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** The most frequent of the usual ones, outside quotes. */
    private static char delimiter(String header) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            int known = quoted ? -1 : DELIMITERS.indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    private List<String> names(String header, char delimiter) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            // A row that is the header once more: as such it is taken apart by the rules of the rows.
            Reader twice = new StringReader(header + "\n" + header);
            new CsvRows(delimiter, written -> written).read(twice, (row, lineNumber) -> names.addAll(namesOf(row)));
        } catch (MalformedRows e) {
            throw UnreadableFileException.at(file, "line 1, column " + e.column(), e.reason());
        }
        return names;
    }

    private static List<String> namesOf(RawRow row) {
        List<String> names = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            names.add(row.name(i));
        }
        return names;
    }
}
