package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.storage.FileTree;
import io.tillstream.localcloud.storage.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All delivery streams by name. A change is in the catalogue on disk before anybody sees it. */
final class DeliveryStreams implements AutoCloseable {

    private final Path records;
    private final JsonFile<Catalogue> catalogue;
    private final ObjectSink sink;
    private final Clock clock;
    private final NavigableMap<String, DeliveryStream> byName = new ConcurrentSkipListMap<>();

    private record Catalogue(List<DeliveryDescription> streams) {}

    DeliveryStreams(Path folder, ObjectSink sink, Clock clock) {
        this.records = folder.resolve("records");
        this.catalogue = new JsonFile<>(folder.resolve("delivery-streams.json"), Catalogue.class);
        this.sink = sink;
        this.clock = clock;
    }

    void startAll() {
        catalogue.read().ifPresent(saved -> saved.streams().forEach(this::start));
    }

    Collection<DeliveryStream> all() {
        return byName.values();
    }

    Collection<String> namesAfter(String name) {
        return byName.tailMap(name, false).keySet();
    }

    DeliveryStream named(String name) {
        DeliveryStream stream = byName.get(name);
        if (stream == null) {
            throw FirehoseErrors.noStream(name);
        }
        return stream;
    }

    /** Refuses a destination that does not exist. */
    void requireDestination(Destination destination) {
        if (!destination.hasRole()) {
            throw FirehoseErrors.noRole(destination.roleArn());
        }
        try {
            if (!sink.hasBucket(destination.bucket())) {
                throw FirehoseErrors.noBucket(destination.bucketArn());
            }
        } catch (IOException e) {
            throw FirehoseErrors.unavailable("S3 does not say whether the bucket %s is there; try again later."
                    .formatted(destination.bucketArn()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FirehoseErrors.unavailable("The cloud is stopping; try again once it runs.");
        }
    }

    synchronized void create(DeliveryDescription description) {
        if (byName.containsKey(description.name())) {
            throw FirehoseErrors.exists(description.name());
        }
        FileTree.delete(folderOf(description));
        save(Stream.concat(descriptions(), Stream.of(description)));
        start(description);
    }

    synchronized void delete(String name) {
        DeliveryStream stream = named(name);
        save(descriptions().filter(description -> !description.name().equals(name)));
        byName.remove(name);
        stream.close();
        FileTree.delete(folderOf(stream.description()));
    }

    @Override
    public synchronized void close() {
        byName.values().forEach(DeliveryStream::close);
    }

    private Stream<DeliveryDescription> descriptions() {
        return byName.values().stream().map(DeliveryStream::description);
    }

    private void save(Stream<DeliveryDescription> descriptions) {
        catalogue.write(new Catalogue(descriptions.toList()));
    }

    private void start(DeliveryDescription description) {
        DeliveryStream stream = new DeliveryStream(
                description, new DeliveryBuffer(folderOf(description)), new ObjectDelivery(description, sink), clock);
        byName.put(description.name(), stream);
        stream.start();
    }

    // A name may be "." or "..".
    private Path folderOf(DeliveryDescription description) {
        return records.resolve(description.name() + "@" + description.created().toEpochMilli());
    }
}
