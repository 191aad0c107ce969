package io.tillstream.rowfiles;

import io.tillstream.model.Blanks;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a row the columns of a foreign file hold: {@code Menge=Quantity} names the field of a column, {@code
 * Filiale=} leaves it out. Names count in any case and without their outer blanks. More columns may come out of a
 * second file that is joined with it.
 */
public final class ColumnNames {

    /** Files are taken as they are. */
    public static final ColumnNames AS_WRITTEN = new ColumnNames(Map.of(), null);

    private static final int NAMES_SHOWN = 40;

    private final Map<String, Target> targets;
    private final @Nullable JoinFile joined;

    private ColumnNames(Map<String, Target> targets, @Nullable JoinFile joined) {
        this.targets = targets;
        this.joined = joined;
    }

    /** These pairs, of fields of any feed that is installed. */
    public static ColumnNames of(List<String> pairs) {
        return of(pairs, Feeds.installed());
    }

    /**
     * These pairs.
     *
     * @param feeds those that the file may be of
     * @throws IllegalArgumentException when one is no pair, names no field of a row, or a column again
     */
    public static ColumnNames of(List<String> pairs, Feeds feeds) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            String theirs = Blanks.trim(pair.substring(0, Math.max(0, equals)));
            String ours = Blanks.trim(pair.substring(equals + 1));
            if (theirs.isEmpty()) {
                throw new IllegalArgumentException(
                        "a column is named as theirs=ours, such as Menge=Quantity, or left out"
                                + " as theirs=, not by '" + pair + "'");
            }
            if (!ours.isEmpty() && !isField(ours, feeds)) {
                throw new IllegalArgumentException("a row has no field '" + ours + "'; there are " + labelsOf(feeds));
            }
            if (targets.put(canonical(theirs), new Target(theirs, ours)) != null) {
                throw new IllegalArgumentException("the column '" + theirs + "' is named more than once");
            }
        }
        return new ColumnNames(targets, null);
    }

    /**
     * The pairs of a file, one a line, blank lines and those that begin with {@code #} left out, and these.
     *
     * @throws IllegalArgumentException as above, and when the file cannot be read
     */
    public static ColumnNames of(@Nullable Path file, List<String> pairs) {
        return of(file, pairs, Feeds.installed());
    }

    /**
     * The same, where a file may be of these feeds only.
     *
     * @throws IllegalArgumentException as above
     */
    public static ColumnNames of(@Nullable Path file, List<String> pairs, Feeds feeds) {
        List<String> all = new ArrayList<>();
        if (file != null) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.map(Blanks::trim)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(all::add);
            } catch (IOException | UncheckedIOException e) {
                throw new IllegalArgumentException("the names of columns in " + file + " cannot be read", e);
            }
        }
        all.addAll(pairs);
        return of(all, feeds);
    }

    /**
     * These, and those of a file that is joined; the pairs count for its columns, too. It is read at once.
     *
     * @param on the name of the column that both files have
     * @throws IllegalArgumentException when one of both is given without the other
     * @throws UnreadableFileException when the file cannot be read, or is too large
     */
    public ColumnNames joinedWith(@Nullable Path file, @Nullable String on) throws UnreadableFileException {
        if (!isJoin(file, on)) {
            return this;
        }
        return new ColumnNames(targets, JoinFile.read(Objects.requireNonNull(file), Objects.requireNonNull(on), this));
    }

    /**
     * Whether a file is to be joined.
     *
     * @throws IllegalArgumentException when one of both is given without the other
     */
    public static boolean isJoin(@Nullable Path file, @Nullable String on) {
        if (file != null && (on == null || on.isBlank())) {
            throw new IllegalArgumentException("--join needs --on COLUMN, the column that both files have");
        }
        if (file == null && on != null) {
            throw new IllegalArgumentException("--on needs --join FILE, the file with the other columns");
        }
        return file != null;
    }

    private static boolean isField(String name, Feeds feeds) {
        return feeds.all().stream().anyMatch(feed -> feed.fields().takes(name));
    }

    private static String labelsOf(Feeds feeds) {
        return feeds.all().stream()
                .map(Feed::fields)
                .flatMap(fields -> fields.labels().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** What of it decides how rows are read; the same for the same names in any order. */
    public List<String> meaning() {
        Stream<String> pairs = targets.entrySet().stream()
                .map(entry ->
                        "column " + entry.getKey() + "=" + entry.getValue().ours())
                .sorted();
        return joined == null
                ? pairs.toList()
                : Stream.concat(pairs, joined.meaning().stream()).toList();
    }

    /** The file that is joined. */
    @Nullable
    JoinFile joined() {
        return joined;
    }

    /** What rows get out of it. */
    List<String> joinedNames() {
        return joined == null ? List.of() : joined.names();
    }

    /** The field of a column, blank when it is left out; empty when nothing is said of it. */
    Optional<String> fieldOf(String column) {
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(targets.get(canonical(column))).map(Target::ours);
    }

    /** That something is said of a column that there is not. */
    Optional<String> faultIn(Collection<String> columns) {
        List<String> all = new ArrayList<>(columns);
        if (joined != null) {
            all.addAll(joined.written());
        }
        List<String> present = all.stream().map(ColumnNames::canonical).toList();
        String absent = targets.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .map(entry -> "'" + entry.getValue().theirs() + "'")
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("no column is called " + absent + ", as --map says; there are "
                        + all.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", ")));
    }

    static String canonical(String name) {
        return Blanks.trim(name).toLowerCase(Locale.ROOT);
    }

    /** Shows nothing but names of columns. */
    @Override
    public String toString() {
        return "ColumnNames" + meaning();
    }

    private record Target(String theirs, String ours) {}
}
