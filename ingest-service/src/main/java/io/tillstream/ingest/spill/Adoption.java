package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.spill.SpillObjects.Listed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over the objects of instances that have died, and drains them. An instance shows that it lives by rewriting its
 * {@code owner} object; where nothing has changed for a lease, another claims the objects by replacing that very {@code
 * owner}, which one alone can. Should an instance have been alive all the same, both drain, and lines that come twice
 * change nothing.
 */
final class Adoption implements DrainSource {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final SpillObjects objects;
    private final SpillKeys keys;
    private final Journal own;
    private final SegmentStore store;
    private final InstanceWatch watch;
    private final SpillMeters meters;
    private final Map<String, Adopted> adopted = new ConcurrentHashMap<>();
    private boolean ownIsMarked;
    private long beats;

    private record Adopted(String instance, SegmentDrain segments, String tag) {}

    /** Of the thread that drains. */
    private @Nullable Adopted current;

    Adoption(SpillObjects objects, SpillKeys keys, Journal own, InstanceWatch watch, SpillMeters meters) {
        this.objects = objects;
        this.keys = keys;
        this.own = own;
        // Of others it only reads and deletes.
        this.store = new ObjectSegments(objects, keys, 0);
        this.watch = watch;
        this.meters = meters;
    }

    /** Shows that this instance lives, and looks for objects that nobody owns. To be called several times a lease. */
    boolean beat() throws IOException {
        beats++;
        markOwn();
        for (Adopted one : adopted.values()) {
            renew(one);
        }
        Map<String, List<Listed>> others = objects.list(keys.prefix()).stream()
                .collect(Collectors.groupingBy(
                        object -> keys.instance(object.key()), TreeMap::new, Collectors.toList()));
        others.remove(keys.self());
        others.keySet().removeAll(adopted.keySet());
        boolean claimed = false;
        for (String instance : watch.unchanged(others)) {
            claimed |= claim(instance, others.getOrDefault(instance, List.of()));
        }
        return claimed;
    }

    private void markOwn() throws IOException {
        if (own.backlog().bytes() > 0) {
            objects.put(keys.owner(keys.self()), mark());
            ownIsMarked = true;
        } else if (ownIsMarked) {
            objects.delete(List.of(keys.owner(keys.self())));
            ownIsMarked = false;
        }
    }

    private void renew(Adopted one) throws IOException {
        Optional<String> tag = objects.putIfUnchanged(keys.owner(one.instance()), mark(), one.tag());
        if (tag.isPresent()) {
            adopted.replace(one.instance(), one, new Adopted(one.instance(), one.segments(), tag.get()));
        } else {
            adopted.remove(one.instance());
        }
    }

    private boolean claim(String instance, List<Listed> listed) throws IOException {
        String owner = keys.owner(instance);
        Optional<Listed> last =
                listed.stream().filter(object -> object.key().equals(owner)).findFirst();
        Optional<String> tag = last.isPresent()
                ? objects.putIfUnchanged(owner, mark(), last.get().tag())
                : objects.putIfAbsent(owner, mark());
        if (tag.isEmpty()) {
            return false;
        }
        List<JournalSegment> found = listed.stream()
                .flatMap(object -> SpillKeys.parse(object).stream())
                .toList();
        SegmentDrain segments = new SegmentDrain(store, new JournalSegments(found), meters);
        LOG.info(
                "Draining {} rows of the surge buffer that instance {} left",
                segments.backlog().rows(),
                instance);
        adopted.put(instance, new Adopted(instance, segments, tag.get()));
        return true;
    }

    /** Never the same twice, so that its tag changes. */
    private byte[] mark() {
        return (keys.self() + " " + beats).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Backlog backlog() {
        return adopted.values().stream().map(one -> one.segments().backlog()).reduce(Backlog.NONE, Backlog::plus);
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        for (Adopted one : adopted.values()) {
            List<EncodedLine> lines = one.segments().oldest(enoughBytes);
            if (!lines.isEmpty()) {
                current = one;
                return lines;
            }
            done(one);
        }
        return List.of();
    }

    private void done(Adopted one) throws IOException {
        objects.delete(List.of(keys.owner(one.instance())));
        adopted.remove(one.instance());
    }

    @Override
    public void drained() throws IOException {
        if (current != null) {
            current.segments().drained();
        }
    }
}
