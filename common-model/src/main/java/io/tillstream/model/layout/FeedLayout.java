package io.tillstream.model.layout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * All names that go with a feed: of its route, its streams, its sinks, its folders and the objects in them. They are
 * made of the feed's name; only transactions have some that are older than this rule.
 *
 * <p>Names stay: whoever changes one leaves behind what lies under the old one.
 */
public final class FeedLayout {

    /** That of the lines of invoices. */
    public static final FeedLayout TRANSACTIONS = new FeedLayout(new FeedName(Names.TRANSACTIONS));

    private final FeedName name;
    private final boolean isOlder;

    private FeedLayout(FeedName name) {
        this.name = name;
        this.isOlder = name.value().equals(Names.TRANSACTIONS);
    }

    public static FeedLayout of(FeedName name) {
        return new FeedLayout(name);
    }

    public FeedName name() {
        return name;
    }

    /** Where its rows are posted to. */
    public String path() {
        return "/" + name;
    }

    /** What a caller must be allowed to do to send its rows. */
    public String scope() {
        return isOlder ? "ingest:write" : name + ":write";
    }

    /** The Kinesis stream. */
    public String stream() {
        return name.value();
    }

    /** The Firehose stream. */
    public String deliveryStream() {
        return name.value();
    }

    /**
     * The name of a sink, and so of its application, its lease table, its dead letters and its index: no two feeds
     * share one, because the shards of all streams have the same names.
     *
     * @param type what sinks of the same kind are called, as {@code lake}
     */
    public String sink(String type) {
        return isOlder ? type : name + "-" + type;
    }

    /** Under it lie the raw lines that came through the stream. */
    public String rawPrefix() {
        return "raw/" + name + "/";
    }

    /** {@code raw/<feed>/dt=YYYY-MM-DD/hour=HH/<shard>-<first sequence>.jsonl.gz}. */
    public String raw(Instant arrival, String shard, String firstSequence) {
        return rawOf(arrival) + ObjectKeys.segment(shard) + "-" + ObjectKeys.segment(firstSequence) + ".jsonl.gz";
    }

    /** {@code raw/<feed>/dt=YYYY-MM-DD/hour=HH/}, under which lie the raw lines of one hour. */
    public String rawOf(Instant arrival) {
        return rawPrefix() + ObjectKeys.hourOf(arrival);
    }

    /** Under it lie the raw lines of bulk loads: beside those that came through the stream, not among them. */
    public String batchPrefix() {
        return isOlder ? "raw/batch/" : "raw/" + name + "-batch/";
    }

    /** {@code raw/batch/load=<id>/} or its like, under which lie the raw lines of one bulk load. */
    public String batchOf(String load) {
        return batchPrefix() + "load=" + ObjectKeys.segment(load) + "/";
    }

    /**
     * What tells its loads and its lines from those of other feeds, besides what they hold: nothing of transactions,
     * whose ids are older than other feeds.
     */
    public List<String> meaning() {
        return isOlder ? List.of() : List.of("feed=" + name);
    }

    /** Under it Firehose delivers. */
    public String deliveredPrefix() {
        return ObjectKeys.DELIVERED_PREFIX + name + "/";
    }

    /**
     * The table at which loads of its lines take turns.
     *
     * @param table that of its lines
     */
    public String turnOf(String table) {
        return isOlder ? "load_turn" : table + "_turn";
    }

    /**
     * Where lines wait on a disk for the stream.
     *
     * @param folder that of all feeds
     */
    public Path spillFolder(Path folder) {
        return isOlder ? folder : folder.resolve(name.value());
    }
}
