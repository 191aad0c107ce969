package io.tillstream.ingest.http;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;

/** A stream in memory for each feed. */
class FakeStreams extends FakeStream {

    static final Map<FeedName, List<EncodedLine>> PUBLISHED = new ConcurrentHashMap<>();

    /** What was published to the stream of a feed, in order. */
    static List<FeedLine> linesOf(Feed feed) {
        return PUBLISHED.getOrDefault(feed.name(), List.of()).stream()
                .map(line -> ((Decoded.Line) feed.wireForm().decode(line.bytes())).line())
                .toList();
    }

    @Override
    @Bean
    FeedPublishers streamPublishers() {
        return feed -> lines -> {
            PUBLISHED
                    .computeIfAbsent(feed.name(), name -> new CopyOnWriteArrayList<>())
                    .addAll(lines);
            return new PublishResult.Stored();
        };
    }
}
