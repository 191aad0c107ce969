package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.ContentHashing;

/**
 * A feed as a load sees it.
 *
 * @param table where its lines go
 * @param turn the table at which its loads take turns: those of different feeds do not wait for each other
 * @param warehouseForm names the columns as the table does
 * @param wireForm in which lines are kept that do not count, and rows are read back
 * @param hashing tells versions of a line apart
 */
public record FeedTable(
        LineTable table, String turn, LineForm warehouseForm, LineForm wireForm, ContentHashing hashing) {

    public static FeedTable of(Feed feed) {
        LineTable table = feed.table();
        return new FeedTable(
                table, feed.layout().turnOf(table.name()), feed.warehouseForm(), feed.wireForm(), feed.hashing());
    }
}
