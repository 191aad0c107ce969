package io.tillstream.producer.replay;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A field of a row as it is sent: its name, and the column of a line that says what stands there. */
record RowProperty(String name, LineColumn column) {

    /** Those of a feed's rows in their order. What a line has beside them, the service finds for itself. */
    static List<RowProperty> of(Feed feed) {
        return feed.fields().ofFeed().stream()
                .map(field -> new RowProperty(field.label(), columnOf(field, feed)))
                .toList();
    }

    /** Fields and columns have the same names, but for their case and the low lines between words. */
    private static LineColumn columnOf(Field field, Feed feed) {
        return Stream.concat(Stream.of(field.label()), field.aliases().stream())
                .map(name -> columnNamed(name, feed))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No column holds the field " + field.label()));
    }

    private static Optional<LineColumn> columnNamed(String name, Feed feed) {
        return feed.table().columns().stream()
                .filter(column -> plain(column.name()).equals(plain(name)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Nothing where the line has nothing. */
    void write(FeedLine line, JsonGenerator json) {
        switch (column) {
            case LineColumn.Text text -> writeText(text.value().apply(line), json);
            case LineColumn.Whole whole ->
                json.writeNumberProperty(name, whole.value().applyAsLong(line));
            case LineColumn.Decimal decimal ->
                json.writeNumberProperty(name, decimal.value().apply(line));
            case LineColumn.LocalTime time ->
                json.writeStringProperty(name, time.value().apply(line).toString());
            case LineColumn.Moment moment ->
                json.writeStringProperty(name, moment.value().apply(line).toString());
        }
    }

    private void writeText(@Nullable String text, JsonGenerator json) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
