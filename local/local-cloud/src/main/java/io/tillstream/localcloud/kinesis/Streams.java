package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.storage.FileTree;
import io.tillstream.localcloud.storage.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All streams by name. A change is in the catalogue on disk before anybody sees it. */
final class Streams implements AutoCloseable {

    private final Path records;
    private final JsonFile<Catalogue> catalogue;
    private final Clock clock;
    private final Map<String, LiveStream> byName = new ConcurrentSkipListMap<>();
    private volatile Duration delay = Duration.ZERO;

    Streams(Path folder, Clock clock) {
        this.records = folder.resolve("records");
        this.catalogue = new JsonFile<>(folder.resolve("streams.json"), Catalogue.class);
        this.clock = clock;
        catalogue.read().ifPresent(saved -> saved.streams().forEach(stream -> byName.put(stream.name(), live(stream))));
        deleteLeftovers();
    }

    /** How long streams stay in CREATING and UPDATING from now on. */
    void delayChanges(Duration time) {
        delay = time;
    }

    Collection<LiveStream> all() {
        return byName.values();
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The stream a request names, by StreamName or by StreamARN. */
    LiveStream of(AwsRequest request) {
        return named(request.text("StreamName")
                .or(() -> request.text("StreamARN")
                        .or(() -> request.text("ResourceARN"))
                        .map(Streams::nameIn))
                .orElseThrow(() -> KinesisErrors.invalid("Either StreamName or StreamARN must be given")));
    }

    /** The stream a request names, for its records: there are none before it was created. */
    LiveStream inService(AwsRequest request) {
        LiveStream stream = of(request);
        if (stream.status().equals(StreamChange.CREATING)) {
            throw KinesisErrors.noStream(stream.description().name());
        }
        return stream;
    }

    LiveStream named(String name) {
        LiveStream stream = byName.get(name);
        if (stream == null) {
            throw KinesisErrors.noStream(name);
        }
        return stream;
    }

    synchronized void create(StreamDescription description) {
        if (byName.containsKey(description.name())) {
            throw KinesisErrors.exists(description.name());
        }
        save(Stream.concat(descriptions(), Stream.of(description)));
        LiveStream stream = live(description);
        stream.goesThrough(StreamChange.CREATING, delay);
        byName.put(description.name(), stream);
    }

    /** Changes what can be changed of one stream once at a time: its shards, and how long it keeps records. */
    synchronized void update(LiveStream stream, UnaryOperator<StreamDescription> change) {
        String status = stream.status();
        if (!status.equals(StreamChange.ACTIVE)) {
            throw KinesisErrors.notActive(stream.description().name(), status);
        }
        change(stream, change);
        stream.goesThrough(StreamChange.UPDATING, delay);
    }

    synchronized void change(LiveStream stream, UnaryOperator<StreamDescription> change) {
        stream.reshape(() -> {
            StreamDescription before = stream.description();
            StreamDescription after = change.apply(before);
            save(descriptions().map(description -> description.name().equals(before.name()) ? after : description));
            return after;
        });
    }

    synchronized void delete(LiveStream stream) {
        String name = stream.description().name();
        save(descriptions().filter(description -> !description.name().equals(name)));
        byName.remove(name);
        stream.close();
        FileTree.delete(folderOf(stream.description()));
    }

    /** Drops records, and closed shards, whose retention has ended. */
    synchronized void sweep() {
        for (LiveStream stream : byName.values()) {
            stream.trim();
            Topology before = stream.description().topology();
            Topology after = before.forgetting(stream.description().expiry(clock.instant()));
            if (after.shards().size() < before.shards().size()) {
                change(stream, description -> description.withTopology(after));
                before.shards().stream()
                        .filter(shard -> !after.shards().contains(shard))
                        .forEach(shard -> stream.forget(shard.id()));
            }
        }
    }

    @Override
    public synchronized void close() {
        byName.values().forEach(LiveStream::close);
    }

    private record Catalogue(List<StreamDescription> streams) {}

    private void save(Stream<StreamDescription> descriptions) {
        catalogue.write(new Catalogue(descriptions.toList()));
    }

    private Stream<StreamDescription> descriptions() {
        return byName.values().stream().map(LiveStream::description);
    }

    private LiveStream live(StreamDescription description) {
        return new LiveStream(folderOf(description), description, clock);
    }

    // A name may be "." or "..", and may be used again while its former files are still there.
    private Path folderOf(StreamDescription description) {
        return records.resolve(description.name() + "@" + description.created().toEpochMilli());
    }

    private void deleteLeftovers() {
        Set<Path> known = descriptions().map(this::folderOf).collect(Collectors.toSet());
        try {
            Files.createDirectories(records);
            try (Stream<Path> folders = Files.list(records)) {
                List<Path> leftovers =
                        folders.filter(folder -> !known.contains(folder)).toList();
                leftovers.forEach(FileTree::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameIn(String arn) {
        if (!arn.matches("arn:aws[^:]*:kinesis:[^:]+:\\d{12}:stream/[^/]+")) {
            throw KinesisErrors.invalid("Not the ARN of a stream: " + arn);
        }
        return arn.substring(arn.indexOf('/') + 1);
    }
}
