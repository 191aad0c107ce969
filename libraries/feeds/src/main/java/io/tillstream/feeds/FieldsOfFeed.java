package io.tillstream.feeds;

import io.tillstream.model.Attributes;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import java.util.ArrayList;
import java.util.List;

/** Reads what a file declares for one feed: fields, and what becomes of those that are not declared. */
final class FieldsOfFeed {

    private static final String SHAPE = "a feed has fields, and may have unknown: reject or keep";

    private final Feed feed;
    private final List<OwnField> fields = new ArrayList<>();
    private boolean keepsUnknown;

    FieldsOfFeed(Feed feed) {
        this.feed = feed;
    }

    OwnFields read(YamlEntry entry) {
        entry.eachEntry((key, value) -> {
            switch (key) {
                case "fields" -> readFields(value);
                case "unknown" -> readUnknown(value);
                default -> value.fault("there is no \"" + key + "\"; " + SHAPE);
            }
        });
        return new OwnFields(fields, keepsUnknown);
    }

    private void readUnknown(YamlEntry value) {
        String text = value.text();
        if (!text.equals("keep") && !text.equals("reject")) {
            value.fault("unknown is reject or keep, not \"" + text + "\"");
        }
        keepsUnknown = text.equals("keep");
    }

    private void readFields(YamlEntry value) {
        List<YamlEntry> entries = value.list();
        if (entries.size() > Attributes.MAX_COUNT) {
            value.fault("there are more than " + Attributes.MAX_COUNT + " own fields");
            return;
        }
        entries.forEach(this::readField);
    }

    /** A field that does not go with the feed, or with those before it, is told where it stands. */
    private void readField(YamlEntry entry) {
        DeclaredField.read(entry).ifPresent(field -> {
            List<OwnField> all = new ArrayList<>(fields);
            all.add(field);
            try {
                feed.fields().with(new OwnFields(all, keepsUnknown));
                fields.add(field);
            } catch (IllegalArgumentException e) {
                entry.fault(String.valueOf(e.getMessage()));
            }
        });
    }
}
