package io.tillstream.ingest.accept;

import io.tillstream.model.feed.Feed;
import java.util.List;
import java.util.Locale;

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
                .map(column -> labelOf(column, feed))
                .toList();
        return new LineLabels(labelOf(feed.lineIdName(), feed), identity, labelOf(STORE, feed));
    }

    /** As {@code InvoiceNo, StockCode and LineId}. */
    String identityInWords() {
        int last = identity.size() - 1;
        return last < 1
                ? String.join("", identity)
                : String.join(", ", identity.subList(0, last)) + " and " + identity.get(last);
    }

    private static String labelOf(String name, Feed feed) {
        return feed.fields().labels().stream()
                .filter(label -> plain(label).equals(plain(name)))
                .findFirst()
                .orElse(name);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
