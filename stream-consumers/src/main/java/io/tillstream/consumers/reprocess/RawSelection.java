package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.ObjectKeys;

/**
 * A part of the raw lake: the objects whose keys lie between two others. What came through the stream is in the order of
 * its hours, behind all bulk loads.
 */
record RawSelection(String after, String before) {

    /** Comes behind every character of a key. */
    private static final char LAST = Character.MAX_VALUE;

    /** What arrived through the stream in the hours of which some is in the time. */
    static RawSelection hours(TimeRange time) {
        return new RawSelection(
                ObjectKeys.rawOf(time.from()), ObjectKeys.rawOf(time.to().minusNanos(1)) + LAST);
    }

    static RawSelection load(String id) {
        return new RawSelection(ObjectKeys.batchOf(id), ObjectKeys.batchOf(id) + LAST);
    }

    /** All bulk loads, and all that arrived through the stream. */
    static RawSelection everything() {
        return new RawSelection(ObjectKeys.BATCH_PREFIX, ObjectKeys.RAW_PREFIX + LAST);
    }

    /** What is left of it behind this key. */
    RawSelection after(String key) {
        return new RawSelection(key.compareTo(after) > 0 ? key : after, before);
    }
}
