package io.tillstream.producer.replay;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file, and which of its rows. */
final class SelectionOptions {

    @Parameters(paramLabel = "FILE", description = "The file of rows.")
    private Path file = Path.of("");

    @Option(names = "--rows", paramLabel = "A-B", description = "Rows A to B only, counted from 1; also A- and -B.")
    private @Nullable String rows;

    @Option(names = "--limit", paramLabel = "N", description = "At most N rows.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--date", paramLabel = "DAY", description = "Rows of one day only, such as 2010-12-01.")
    private @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "DAY", description = "Rows from this day on.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Rows up to this day, which is included.")
    private @Nullable LocalDate to;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of a text file (default: found by its content).")
    private @Nullable Charset encoding;

    Path file() {
        return file;
    }

    Optional<Charset> encoding() {
        return Optional.ofNullable(encoding);
    }

    Selection selection() {
        if (date != null && (from != null || to != null)) {
            throw new IllegalArgumentException("--date and --from or --to exclude each other");
        }
        RowRange range = rows == null ? RowRange.ALL : RowRange.parse(rows);
        return new Selection(
                range.first(),
                range.last(),
                limit,
                Optional.ofNullable(date == null ? from : date),
                Optional.ofNullable(date == null ? to : date));
    }

    /** Rows from one number to another. */
    private record RowRange(long first, long last) {

        static final RowRange ALL = new RowRange(1, Long.MAX_VALUE);

        static RowRange parse(String text) {
            int hyphen = text.indexOf('-');
            String first = hyphen < 0 ? text : text.substring(0, hyphen);
            String last = hyphen < 0 ? text : text.substring(hyphen + 1);
            try {
                return new RowRange(
                        first.isEmpty() ? 1 : Long.parseLong(first),
                        last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--rows takes two numbers, such as 1-20000, not " + text, e);
            }
        }
    }
}
