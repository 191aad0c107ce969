package io.tillstream.model.feed;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import java.util.List;
import java.util.Map;

/**
 * A feed whose rows may have fields of an installation's own. Their values are attributes of its lines, which every form
 * and every store has room for; so all else is as without them.
 */
final class ExtendedFeed implements Feed {

    private final Feed feed;
    private final OwnFields own;
    private final RowFields fields;

    ExtendedFeed(Feed feed, OwnFields own) {
        this.feed = feed;
        this.own = own;
        this.fields = feed.fields().with(own);
    }

    @Override
    public RowFields fields() {
        return fields;
    }

    @Override
    public RowValidator validator(RowSettings settings) {
        return feed.validator(settings.with(own));
    }

    @Override
    public Feed with(OwnFields other) {
        return feed.with(other);
    }

    @Override
    public FeedLayout layout() {
        return feed.layout();
    }

    @Override
    public ContentHashing hashing() {
        return feed.hashing();
    }

    @Override
    public String partitionKey(FeedLine line) {
        return feed.partitionKey(line);
    }

    @Override
    public String partitionKeyName() {
        return feed.partitionKeyName();
    }

    @Override
    public String lineIdName() {
        return feed.lineIdName();
    }

    @Override
    public LineForm wireForm() {
        return feed.wireForm();
    }

    @Override
    public LineForm warehouseForm() {
        return feed.warehouseForm();
    }

    @Override
    public LineTable table() {
        return feed.table();
    }

    @Override
    public List<Figure> figures() {
        return feed.figures();
    }

    @Override
    public Map<String, HideableText> hideable() {
        return feed.hideable();
    }

    @Override
    public boolean isSentByPages() {
        return feed.isSentByPages();
    }
}
