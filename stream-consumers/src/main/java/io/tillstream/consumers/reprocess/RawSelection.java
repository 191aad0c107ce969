package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.FeedLayout;

/**
 * A part of what a feed has in the raw lake: the objects whose keys lie between two others. What came through the stream is in the order of
 * its hours, behind all bulk loads.
 */
record RawSelection(String after, String before) {

    /** Comes behind every character of a key. */
    private static final char LAST = Character.MAX_VALUE;

    /** What arrived through the stream in the hours of which some is in the time. */
    static RawSelection hours(FeedLayout layout, TimeRange time) {
        return new RawSelection(
                layout.rawOf(time.from()), layout.rawOf(time.to().minusNanos(1)) + LAST);
    }

    static RawSelection load(FeedLayout layout, String id) {
        return new RawSelection(layout.batchOf(id), layout.batchOf(id) + LAST);
    }

    /** All bulk loads, and all that arrived through the stream. */
    static RawSelection everything(FeedLayout layout) {
        return new RawSelection(layout.batchPrefix(), layout.rawPrefix() + LAST);
    }

    /** What is left of it behind this key. */
    RawSelection after(String key) {
        return new RawSelection(key.compareTo(after) > 0 ? key : after, before);
    }
}
