package io.tillstream.model.feed;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One kind of row: its language, and the names of what carries and keeps it. What carries lines knows this and no more;
 * so the lines and contents that a feed is given are its own. Safe for use by several threads.
 */
public interface Feed {

    /** The names of what carries and keeps its lines. */
    FeedLayout layout();

    /** What a row may hold. */
    RowFields fields();

    /** What makes lines of rows. */
    RowValidator validator(RowSettings settings);

    /** How what a row says becomes a hash. */
    ContentHashing hashing();

    /** What keeps lines together and in order: those with the same key go to one shard. At most 256 characters. */
    String partitionKey(FeedLine line);

    /** What an answer calls the partition key of a line. */
    String partitionKeyName();

    /** What an answer calls the id of a line. */
    String lineIdName();

    /** The form of its lines in the stream and in the lake. */
    LineForm wireForm();

    /** The form of its lines that the warehouse loads. */
    LineForm warehouseForm();

    /** The table of the warehouse that keeps its lines. */
    LineTable table();

    /** What a report of a file says of its lines, beside their number. */
    List<Figure> figures();

    /** The texts that a rule may mask or hash, by the names that errors use. */
    Map<String, HideableText> hideable();

    /**
     * Whether pages in the browsers of visitors send its rows themselves: with public keys, and as beacons, which have
     * no headers of their own.
     */
    default boolean isSentByPages() {
        return false;
    }

    /** The same feed, whose rows may have these fields besides. */
    default Feed with(OwnFields own) {
        return own.isEmpty() ? this : new ExtendedFeed(this, own);
    }

    /** What it is called. */
    default FeedName name() {
        return layout().name();
    }

    /** What tells loads of its files from others of the same bytes: its name, and what is declared beside its fields. */
    default List<String> meaning() {
        return Stream.concat(layout().meaning().stream(), fields().own().meaning().stream())
                .toList();
    }
}
