package io.tillstream.rowfiles;

import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A second file, whose columns are added to rows by the value of a column that both have. It is CSV, as it is or
 * packed, and held in memory as a whole: up to {@link #MOST_BYTES}. Where a value occurs in it again, the last counts.
 */
final class JoinFile {

    /** Some 150,000 products. */
    static final long MOST_BYTES = 64L << 20;

    private static final int BYTES_A_ROW = 150;
    private static final int BYTES_A_VALUE = 60;

    private final Path path;
    private final JoinKey on;
    private final String sha256;
    private final FileColumns columns;
    private final List<String> names = new ArrayList<>();
    private final int keyPlace;
    private final Map<String, List<RawValue>> rows = new HashMap<>();
    private long repeated;
    private long bytes;
    private @Nullable UnreadableFileException fault;

    private JoinFile(Path path, JoinKey on, String sha256, FileColumns columns) throws UnreadableFileException {
        this.path = path;
        this.on = on;
        this.sha256 = sha256;
        this.columns = columns;
        this.keyPlace = on.placeIn(columns.kept());
        if (keyPlace < 0) {
            throw UnreadableFileException.of(path, "cannot be joined: " + withoutKey(columns.kept()));
        }
        names.addAll(columns.kept());
        names.remove(keyPlace);
        if (names.isEmpty()) {
            throw UnreadableFileException.of(path, "cannot be joined: it has no column beside " + on.name());
        }
    }

    /** Reads it to its end. */
    static JoinFile read(Path path, String on, ColumnNames wanted) throws UnreadableFileException {
        return read(path, on, wanted, MOST_BYTES);
    }

    /** @param most how many bytes of memory it may take, about */
    static JoinFile read(Path path, String on, ColumnNames wanted, long most) throws UnreadableFileException {
        return RowFile.reading(path, () -> {
            Unpacking unpacking = new Unpacking(path, FileLimits.defaults());
            try (Payload payload = unpacking.payload()) {
                if (unpacking.content(payload, false) != Unpacking.Content.TEXT) {
                    throw UnreadableFileException.of(path, "is no CSV, as a file must be that rows are joined with");
                }
                TextScan scan = RowFile.scan(path, payload, null);
                CsvTable table = new TextFormat(path, payload, scan, wanted, Feeds.installed()).table();
                JoinFile file = new JoinFile(path, new JoinKey(on), FileHash.sha256(path), table.columns());
                file.readRows(table, most);
                return file;
            }
        });
    }

    private void readRows(CsvTable table, long most) throws IOException {
        try {
            table.readWhole((row, line) -> add(row, line, most));
        } catch (MalformedRows e) {
            throw UnreadableFileException.at(path, "line " + e.line() + ", column " + e.column(), e.reason());
        } catch (Stopped e) {
            throw Objects.requireNonNull(fault);
        }
    }

    private void add(RawRow row, long line, long most) {
        Optional<FieldError> wrong = row.fault();
        if (wrong.isPresent()) {
            stop(UnreadableFileException.at(path, "line " + line, wrong.get().message()));
        }
        String key = on.valueIn(row);
        if (key.isEmpty()) {
            return;
        }
        List<RawValue> values = new ArrayList<>(names.size());
        for (int i = 0; i < row.size(); i++) {
            if (i != keyPlace) {
                values.add(row.value(i));
            }
        }
        List<RawValue> before = rows.put(key, values);
        repeated += before == null ? 0 : 1;
        bytes += sizeOf(values) + (before == null ? BYTES_A_ROW + key.length() : -sizeOf(before));
        if (bytes > most) {
            stop(UnreadableFileException.of(
                    path,
                    "is too large to be joined: what rows are joined with may take " + most
                            + " bytes of memory; leave columns out with --map THEIRS=, or products that do not occur"));
        }
    }

    private void stop(UnreadableFileException why) {
        fault = why;
        throw new Stopped();
    }

    private static long sizeOf(List<RawValue> values) {
        return values.stream()
                .mapToLong(value -> BYTES_A_VALUE + 2L * JoinKey.textOf(value).length())
                .sum();
    }

    /** The row with what belongs to it, or as it is when nothing does. */
    RawRow join(RawRow row) {
        List<RawValue> found = rows.get(on.valueIn(row));
        return found == null ? row : row.and(names, found);
    }

    /** Why a file of these columns cannot be joined with this one. */
    Optional<String> faultIn(List<String> others) {
        if (on.placeIn(others) < 0) {
            return Optional.of(withoutKey(others));
        }
        List<String> taken = others.stream().map(ColumnNames::canonical).toList();
        String both = names.stream()
                .filter(name -> taken.contains(ColumnNames.canonical(name)))
                .collect(Collectors.joining(", "));
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of("both this file and " + name() + ", which is joined with it, have " + both
                        + "; remove it from one of them");
    }

    private String withoutKey(List<String> there) {
        return "no column is called '" + on.name() + "', as --on says; there are " + String.join(", ", there);
    }

    /** What of it decides how rows are read: all that it holds, and by what it is joined. */
    List<String> meaning() {
        return List.of("join=" + sha256 + " on=" + on.canonical());
    }

    /** What rows get of it. */
    List<String> names() {
        return names;
    }

    /** What its columns are called in the file. */
    List<String> written() {
        return columns.written();
    }

    /** The column by which it is joined. */
    String on() {
        return on.name();
    }

    String name() {
        return path.getFileName().toString();
    }

    String description() {
        return String.format(Locale.ROOT, "joined with %,d rows of %s by %s", rows.size(), name(), on());
    }

    List<String> notes() {
        return repeated == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "%,d rows of %s repeat a %s; the last of each counts", repeated, name(), on()));
    }
}
