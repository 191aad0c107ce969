package io.tillstream.ingest.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.feed.Feed;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What expressions can ask about a line of a feed: what stands in its columns, by their names in the stream, the parts of
 * the time at which it happened, and its declared fields. A text the line does not have is empty, which no text it has can be. Dates and times
 * are the shop's, or in UTC where the feed has moments.
 */
final class LineVariables {

    private final Map<String, LineVariable> byName = new LinkedHashMap<>();

    private final Feed feed;

    private LineVariables(Feed feed) {
        this.feed = feed;
    }

    static LineVariables of(Feed feed) {
        LineTable table = feed.table();
        LineVariables variables = new LineVariables(feed);
        table.columns().forEach(variables::add);
        variables.addPartsOf(timeIn(table));
        OwnVariables.of(feed.fields().own()).forEach(variable -> variables.byName.put(variable.name(), variable));
        return variables;
    }

    /** Which attributes can be asked for, for who asked for another. */
    String ownInWords() {
        List<LineVariable> own = OwnVariables.of(feed.fields().own());
        return own.isEmpty()
                ? "no fields are declared for " + feed.name()
                : own.stream().map(LineVariable::name).collect(Collectors.joining(", "));
    }

    Collection<LineVariable> all() {
        return byName.values();
    }

    /** Those of this line. */
    CelVariableResolver of(FeedLine line) {
        return name -> Optional.ofNullable(byName.get(name))
                .map(variable -> variable.value().apply(line));
    }

    private void add(LineColumn column) {
        String name = column.wireName();
        switch (column) {
            case LineColumn.Text text -> add(name, SimpleType.STRING, line -> textOf(text, line));
            case LineColumn.Whole whole ->
                add(name, SimpleType.INT, line -> whole.value().applyAsLong(line));
            case LineColumn.Decimal decimal ->
                add(
                        name,
                        ExactArithmetic.DECIMAL,
                        line -> new Exact(decimal.value().apply(line)));
            case LineColumn.LocalTime time ->
                add(
                        name,
                        SimpleType.STRING,
                        line -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                time.value().apply(line)));
            case LineColumn.Moment moment ->
                add(name, SimpleType.STRING, line -> moment.value().apply(line).toString());
        }
    }

    private void addPartsOf(Function<FeedLine, LocalDateTime> time) {
        add("year", SimpleType.INT, line -> (long) time.apply(line).getYear());
        add("month", SimpleType.INT, line -> (long) time.apply(line).getMonthValue());
        add("day", SimpleType.INT, line -> (long) time.apply(line).getDayOfMonth());
        add("hour", SimpleType.INT, line -> (long) time.apply(line).getHour());
        add(
                "weekday",
                SimpleType.STRING,
                line -> time.apply(line).getDayOfWeek().name());
    }

    private void add(String name, CelType type, Function<FeedLine, Object> value) {
        byName.putIfAbsent(name, new LineVariable(name, type, value));
    }

    private static String textOf(LineColumn.Text column, FeedLine line) {
        String text = column.value().apply(line);
        return text == null ? "" : text;
    }

    private static Function<FeedLine, LocalDateTime> timeIn(LineTable table) {
        LineColumn column = table.column(table.time());
        if (column instanceof LineColumn.LocalTime time) {
            return time.value();
        }
        if (column instanceof LineColumn.Moment moment) {
            return line -> LocalDateTime.ofInstant(moment.value().apply(line), ZoneOffset.UTC);
        }
        throw new IllegalArgumentException(table.name() + "." + column.name() + " is no time");
    }
}
