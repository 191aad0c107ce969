package io.tillstream.rowfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows: CSV (separated by comma, semicolon or tab), NDJSON, XLSX or flat Parquet, each as it is, in gzip, or alone in
 * a zip.
 *
 * <p>What it holds is found by its content, its encoding by a first pass over all of it: by its byte order mark, as
 * UTF-8 where all of it is that, else as Windows-1252, which reads ISO-8859-1 as well. Rows are read one at a time;
 * memory does not grow with the file, except for the distinct texts of a workbook.
 *
 * <p>Every failure to read is an {@link UnreadableFileException} with a message for the one who named the file.
 */
public final class RowFile implements Closeable {

    private final Path path;
    private final Payload payload;
    private final RowReader reader;

    private RowFile(Path path, Payload payload, RowReader reader) {
        this.path = path;
        this.payload = payload;
        this.reader = reader;
    }

    /** Finds out what the file holds. */
    public static RowFile open(Path path) throws UnreadableFileException {
        return open(path, null);
    }

    /** Finds out what the file holds; a text is read in the encoding given. */
    public static RowFile open(Path path, @Nullable Charset encoding) throws UnreadableFileException {
        return reading(path, () -> {
            Unpacking unpacking = new Unpacking(path);
            Payload payload = unpacking.payload();
            try {
                RowReader reader = switch (unpacking.content(payload)) {
                    case TEXT -> new TextFormat(path, payload, scan(path, payload, encoding)).rows();
                    case WORKBOOK -> WorkbookRows.of(path, payload);
                    case PARQUET -> ParquetRows.of(path, payload);
                };
                return new RowFile(path, payload, reader);
            } catch (IOException | RuntimeException e) {
                payload.close();
                throw e;
            }
        });
    }

    /** Hands over the rows from the first on, until there are no more or the consumer wants no more. */
    public void read(RowConsumer rows) throws UnreadableFileException {
        reading(path, () -> {
            try {
                reader.read(rows);
            } catch (Stopped e) {
                return false;
            }
            return true;
        });
    }

    public Path path() {
        return path;
    }

    /** What the file was found to be, such as {@code CSV, windows-1252, in gzip}. */
    public String description() {
        return switch (payload.packing()) {
            case NONE -> reader.description();
            case GZIP, ZIP ->
                reader.description() + ", in " + payload.packing().name().toLowerCase(Locale.ROOT);
        };
    }

    /** About how many rows there are: lines of a text; not known of a workbook. */
    public OptionalLong estimatedRows() {
        return reader.estimatedRows();
    }

    /** The SHA-256 of the file as it lies there, in hexadecimal digits. */
    public String sha256() throws UnreadableFileException {
        return reading(path, () -> FileHash.sha256(path));
    }

    /** Deletes what had to be unpacked. */
    @Override
    public void close() throws IOException {
        payload.close();
    }

    private static TextScan scan(Path path, Payload payload, @Nullable Charset encoding) throws IOException {
        TextScan scan = TextScan.of(payload.open(), encoding);
        if (encoding == null && scan.isDamaged()) {
            throw UnreadableFileException.at(
                    path,
                    "line " + scan.firstMalformedLine(),
                    "bytes that are not " + scan.charset() + ", as the rest is; correct them or name the encoding");
        }
        return scan;
    }

    private static <T> T reading(Path path, Reading<T> work) throws UnreadableFileException {
        try {
            return work.run();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw UnreadableFileException.of(path, "cannot be read, or is damaged: " + reason, e);
        }
    }

    private interface Reading<T> {
        T run() throws IOException;
    }
}
