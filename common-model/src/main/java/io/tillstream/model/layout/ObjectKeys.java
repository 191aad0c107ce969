package io.tillstream.model.layout;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Keys of the objects in the lake's bucket that are of no feed; those of a feed, {@link FeedLayout} has. Days and hours
 * are those of the arrival, in UTC.
 */
public final class ObjectKeys {

    /** Under it lie the rows that could not become lines. */
    public static final String REJECTED_PREFIX = "rejected/";

    /** Under it lie those of them that were taken up again later. */
    public static final String REPROCESSED_PREFIX = "reprocessed/";

    /** Under it Firehose delivers, each feed into a folder of its own. */
    public static final String DELIVERED_PREFIX = "firehose/";

    /** Under it lies what Firehose could not deliver. */
    public static final String UNDELIVERED_PREFIX = DELIVERED_PREFIX + "errors/";

    private static final String INDEX_PREFIX = "index/";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.=-]+");

    private ObjectKeys() {}

    /** {@code rejected/<origin>/dt=YYYY-MM-DD/<name>.jsonl}. */
    public static String rejected(String origin, Instant arrival, String name) {
        return rejectedOf(origin) + "dt=" + arrival.atOffset(ZoneOffset.UTC).toLocalDate() + "/" + segment(name)
                + ".jsonl";
    }

    /** {@code rejected/<origin>/}. */
    public static String rejectedOf(String origin) {
        return REJECTED_PREFIX + segment(origin) + "/";
    }

    /** {@code reprocessed/<origin>/dt=YYYY-MM-DD/<name>.jsonl}: where what was rejected lies once it is taken up. */
    public static String reprocessed(String origin, Instant arrival, String name) {
        return REPROCESSED_PREFIX + rejected(origin, arrival, name).substring(REJECTED_PREFIX.length());
    }

    /** {@code index/<sink>/<shard>/}, under which lies what a sink knows of the lines of a shard. */
    public static String indexOf(String sink, String shard) {
        return INDEX_PREFIX + segment(sink) + "/" + segment(shard) + "/";
    }

    /** {@code index/<sink>/<shard>/<name>}. */
    public static String index(String sink, String shard, String name) {
        return indexOf(sink, shard) + segment(name);
    }

    /** {@code dt=YYYY-MM-DD/hour=HH/}. */
    static String hourOf(Instant arrival) {
        OffsetDateTime time = arrival.atOffset(ZoneOffset.UTC);
        return "dt=" + time.toLocalDate() + "/hour=" + twoDigits(time.getHour()) + "/";
    }

    static String segment(String value) {
        if (!SEGMENT.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid segment of an object key: " + value);
        }
        return value;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
