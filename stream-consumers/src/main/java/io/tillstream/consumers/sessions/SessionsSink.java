package io.tillstream.consumers.sessions;

import io.tillstream.consumers.lookups.LookupShard;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.FeedLine;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.feed.Feed;
import io.tillstream.sessionstore.RefusedEvent;
import io.tillstream.sessionstore.SessionWriter;
import java.util.stream.Stream;

/**
 * Adds every event to its session; those of one batch are added together. Exact under redelivery because the writer is.
 * Events that name no session belong to none.
 */
final class SessionsSink implements Sink {

    static final String NAME = "sessions";

    private final Feed feed;
    private final SessionWriter writer;

    /** @param feed that of shop events */
    SessionsSink(Feed feed, SessionWriter writer) {
        this.feed = feed;
        this.writer = writer;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new LookupShard(feed, this::add, refusals);
    }

    private Stream<LookupShard.Refused> add(Stream<FeedLine> lines, LookupShard.Replaced replaced) {
        return writer
                .add(
                        lines.map(ShopEvent.class::cast).toList(),
                        (event, by) -> replaced.keep(event, by, RefusedEvent.OTHER_VERSION_REASON))
                .stream()
                .map(refused -> new LookupShard.Refused(refused.event(), refused.reason()));
    }
}
