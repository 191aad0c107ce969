package io.tillstream.consumers.example;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.LineKey;
import io.tillstream.model.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every line of transactions as a file in a folder, named after the line's identity: written again, it says the same. */
final class FolderSink implements Sink {

    private static final int LONGEST_NAME = 255;

    private final Feed feed;
    private final Path folder;

    FolderSink(Feed feed, Path folder) {
        this.feed = feed;
        this.folder = folder;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String name() {
        return feed.layout().sink("folder");
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new Shard(refusals);
    }

    private final class Shard implements ShardSink {

        private final Refusals refusals;
        private final List<StreamLine> taken = new ArrayList<>();
        private @Nullable Position end;

        private Shard(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public void take(StreamBatch batch) {
            taken.addAll(batch.lines());
            end = batch.end();
        }

        @Override
        public Optional<Position> store(Flush flush) {
            for (StreamLine line : taken) {
                String name = nameOf((LineKey) line.line().key());
                if (name.length() > LONGEST_NAME) {
                    refusals.refuse(line, "its identity is too long for the name of a file");
                } else {
                    write(name, line.wire());
                }
            }
            taken.clear();
            Optional<Position> durable = Optional.ofNullable(end);
            end = null;
            return durable;
        }
    }

    /** Whole or not at all, since the process may be killed, and another may write the same file. */
    private void write(String name, byte[] json) {
        try {
            Path draft = Files.createTempFile(folder, "draft", ".tmp");
            Files.write(draft, json);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(LineKey key) {
        return Stream.of(
                        key.invoiceNo().value(),
                        key.stockCode().value(),
                        key.lineId().value())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "", ".json"));
    }
}
