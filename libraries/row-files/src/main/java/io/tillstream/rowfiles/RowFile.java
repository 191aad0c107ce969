package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows: CSV (separated by comma, semicolon, tab or pipe), NDJSON, XLSX or flat Parquet, each as it is, in
 * gzip, or alone in a zip.
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
        return open(path, encoding, ColumnNames.AS_WRITTEN);
    }

    /** The same, of a file whose columns may have foreign names. */
    public static RowFile open(Path path, @Nullable Charset encoding, ColumnNames columns)
            throws UnreadableFileException {
        return open(path, encoding, columns, FileLimits.defaults());
    }

    /** Finds out what the file holds, and that the archive it may be packed in is whole. */
    public static RowFile open(Path path, @Nullable Charset encoding, ColumnNames columns, FileLimits limits)
            throws UnreadableFileException {
        return open(path, encoding, columns, limits, Feeds.installed());
    }

    /** The same, of rows of one of these feeds. */
    public static RowFile open(
            Path path, @Nullable Charset encoding, ColumnNames columns, FileLimits limits, Feeds feeds)
            throws UnreadableFileException {
        return reading(path, () -> {
            Unpacking unpacking = new Unpacking(path, limits);
            Payload payload = unpacking.payload();
            try {
                RowReader reader = switch (unpacking.content(payload, encoding != null)) {
                    case TEXT -> new TextFormat(path, payload, scan(path, payload, encoding), columns, feeds).rows();
                    case WORKBOOK -> WorkbookRows.of(path, payload, columns, feeds);
                    case PARQUET -> ParquetRows.of(path, payload, columns, feeds);
                };
                JoinFile joined = columns.joined();
                return new RowFile(path, payload, joined == null ? reader : new JoinedRows(reader, joined));
            } catch (IOException | RuntimeException | Error e) {
                payload.close();
                throw e;
            }
        });
    }

    /** Hands over the rows from the first on, until there are no more or the consumer wants no more. */
    public void read(RowConsumer rows) throws UnreadableFileException {
        Handover handover = new Handover(rows);
        reading(path, () -> {
            try {
                reader.read(handover);
            } catch (Stopped e) {
                handover.throwFailure();
            }
            return true;
        });
    }

    public Path path() {
        return path;
    }

    /** The feed that its rows are of: which, its columns tell. */
    public Feed feed() {
        return reader.feed();
    }

    /** What the file was found to be, such as {@code CSV, windows-1252, in gzip}. */
    public String description() {
        String content = Printable.text(reader.description());
        return switch (payload.packing()) {
            case NONE -> content;
            case GZIP, ZIP -> content + ", in " + payload.packing().name().toLowerCase(Locale.ROOT);
        };
    }

    /** What whoever loads the file should know of it, one sentence each; often nothing. */
    public List<String> notes() {
        return reader.notes().stream().map(Printable::text).toList();
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

    static TextScan scan(Path path, Payload payload, @Nullable Charset encoding) throws IOException {
        TextScan scan = TextScan.of(payload.open(), encoding, payload.limits().blankLines());
        if (encoding == null && scan.isDamaged()) {
            throw UnreadableFileException.at(
                    path,
                    "line " + scan.firstMalformedLine(),
                    "bytes that are not " + scan.charset() + ", as the rest is; correct them or name the encoding");
        }
        return scan;
    }

    static <T> T reading(Path path, Reading<T> work) throws UnreadableFileException {
        try {
            return work.run();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw UnreadableFileException.of(path, "cannot be read by this user; allow reading (chmod +r)", e);
        } catch (RefusedFileException e) {
            throw UnreadableFileException.of(path, reasonOf(e), e);
        } catch (EOFException e) {
            throw UnreadableFileException.of(
                    path, "is damaged: " + reasonOf(e) + "; nothing of it is read, so fetch or pack it again", e);
        } catch (OutOfMemoryError e) {
            // The limits are there so that this does not happen. If it does, this file ends, and not the program.
            throw UnreadableFileException.of(path, "needs more memory than there is; split it, or save it as CSV", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The edge of the readers of formats: what they throw at a damaged file may be of any kind.
            throw UnreadableFileException.of(path, "cannot be read, or is damaged: " + reasonOf(e), e);
        }
    }

    private static String reasonOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    interface Reading<T> {
        T run() throws IOException;
    }
}
