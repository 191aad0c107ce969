package io.tillstream.ingest.accept;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.RowFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What errors call the fields that tell the lines of a feed apart.
 *
 * @param lineId the line's own id
 * @param identity all that a line is known by within its store
 * @param store whose line it is
 */
record LineLabels(String lineId, List<String> identity, String store) {

    private static final String STORE = "store_id";

    static LineLabels of(Feed feed) {
        List<String> identity = feed.table().key().stream()
                .filter(column -> !column.equals(STORE))
                .map(column -> labelOf(column, feed.fields()))
                .toList();
        return new LineLabels(labelOf(feed.lineIdName(), feed.fields()), identity, labelOf(STORE, feed.fields()));
    }

    /** As {@code InvoiceNo, StockCode and LineId}. */
    String identityInWords() {
        int last = identity.size() - 1;
        return last < 1
                ? String.join("", identity)
                : String.join(", ", identity.subList(0, last)) + " and " + identity.get(last);
    }

    /** What errors call the field of this name, which may be another of its names. */
    static String labelOf(String name, RowFields fields) {
        return fields.all().stream()
                .filter(field -> Stream.concat(Stream.of(field.label()), field.aliases().stream())
                        .anyMatch(given -> plain(given).equals(plain(name))))
                .findFirst()
                .map(Field::label)
                .orElse(name);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
