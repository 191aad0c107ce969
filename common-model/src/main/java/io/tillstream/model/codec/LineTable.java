package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps a feed's lines, and so what a line is made of. When a line was received, what was derived from it
 * and when it was loaded are columns of every such table, after these.
 *
 * @param name that of the table
 * @param columns in their order, which is that of every form of a line
 * @param key the columns that identify a line, within its shop
 * @param said the columns in which two versions of a line can differ
 * @param time the column that tells when it happened
 * @param voids what is kept of lines that are void, where the feed has voids
 */
public record LineTable(
        String name,
        List<LineColumn> columns,
        List<String> key,
        List<String> said,
        String time,
        @Nullable Voids voids) {

    public LineTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        said = List.copyOf(said);
        List<String> names = columns.stream().map(LineColumn::name).toList();
        if (!names.containsAll(key) || !names.containsAll(said) || !names.contains(time)) {
            throw new IllegalArgumentException("The table " + name + " names a column that it has not");
        }
    }

    /**
     * The table of lines that are void: their keys, why they are, who says so and since when.
     *
     * @param reason what a line says that voids another
     * @param by who sent it, where it says so
     */
    public record Voids(String table, Function<FeedLine, String> reason, Function<FeedLine, @Nullable String> by) {}

    /** The column of this name. */
    public LineColumn column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + columnName));
    }
}
