package io.tillstream.localcloud.dynamodb.tables;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The changes of a table's items, one after the other.
 *
 * @param view which items a change tells: {@code KEYS_ONLY}, {@code NEW_IMAGE}, {@code OLD_IMAGE} or both images
 * @param created when it was enabled
 * @param space where its records are
 */
public record ChangeStream(String view, Instant created, int space) {

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** What tells it from the streams that the table had before. */
    public String label() {
        return LABEL.format(created);
    }

    boolean tellsBefore() {
        return view.equals("OLD_IMAGE") || view.equals("NEW_AND_OLD_IMAGES");
    }

    boolean tellsAfter() {
        return view.equals("NEW_IMAGE") || view.equals("NEW_AND_OLD_IMAGES");
    }
}
