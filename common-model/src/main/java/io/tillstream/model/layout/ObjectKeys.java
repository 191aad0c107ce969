package io.tillstream.model.layout;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Keys of the objects in the lake's bucket. Days and hours are those of the arrival, in UTC. */
public final class ObjectKeys {

    /** Under it lie all raw lines. */
    public static final String LINES_PREFIX = "raw/";

    /** Under it lie the raw lines that came through the stream. */
    public static final String RAW_PREFIX = "raw/transactions/";

    /** Under it lie the raw lines of bulk loads. */
    public static final String BATCH_PREFIX = "raw/batch/";

    /** Under it lie the rows that could not become lines. */
    public static final String REJECTED_PREFIX = "rejected/";

    /** Under it lie those of them that were taken up again later. */
    public static final String REPROCESSED_PREFIX = "reprocessed/";

    /** Under it lie the identities of the lines in the raw lake; nothing but the lake's own writer reads it. */
    public static final String LAKE_INDEX_PREFIX = "index/lake/";

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.=-]+");

    private ObjectKeys() {}

    /** {@code raw/transactions/dt=YYYY-MM-DD/hour=HH/<shard>-<first sequence>.jsonl.gz}. */
    public static String raw(Instant arrival, String shard, String firstSequence) {
        return rawOf(arrival) + segment(shard) + "-" + segment(firstSequence) + ".jsonl.gz";
    }

    /** {@code raw/transactions/dt=YYYY-MM-DD/hour=HH/}, under which lie the raw lines of one hour. */
    public static String rawOf(Instant arrival) {
        OffsetDateTime time = arrival.atOffset(ZoneOffset.UTC);
        return RAW_PREFIX + "dt=" + time.toLocalDate() + "/hour=" + twoDigits(time.getHour()) + "/";
    }

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

    /** {@code raw/batch/load=<id>/}, under which lie the raw lines of one bulk load. */
    public static String batchOf(String load) {
        return BATCH_PREFIX + "load=" + segment(load) + "/";
    }

    /** {@code index/lake/<shard>/}, under which lies what is known of the lines of a shard. */
    public static String lakeIndexOf(String shard) {
        return LAKE_INDEX_PREFIX + segment(shard) + "/";
    }

    /** {@code index/lake/<shard>/<name>}. */
    public static String lakeIndex(String shard, String name) {
        return lakeIndexOf(shard) + segment(name);
    }

    private static String segment(String value) {
        if (!SEGMENT.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid segment of an object key: " + value);
        }
        return value;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
