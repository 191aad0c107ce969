package io.tillstream.consumers.lake;

import io.tillstream.model.identity.Digest128;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last lines of a shard and of those it came from, and saves them to the index. The page that it writes
 * grows with every object until it is full, so that there are few of them.
 */
final class ShardMemory implements LineMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ShardMemory.class);

    private final String shardId;
    private final LakeIndex index;
    private final IndexHistory history;
    private final LakeProperties limits;

    private final List<Identified> unsaved = new ArrayList<>();
    private final Deque<SavedPage> pages = new ArrayDeque<>();
    private @Nullable RecentLines recent;
    private @Nullable IndexPage open;

    ShardMemory(String shardId, LakeIndex index, IndexHistory history, LakeProperties limits) {
        this.shardId = shardId;
        this.index = index;
        this.history = history;
        this.limits = limits;
    }

    @Override
    public void recall() {
        if (recent != null) {
            return;
        }
        IndexHistory.Found found = history.of(shardId);
        // Those of other shards may be wanted by the other shards that came from them.
        found.superfluous().stream()
                .filter(file -> file.shardId().equals(shardId))
                .forEach(file -> index.delete(shardId, file.range()));
        RecentLines recalled = new RecentLines(limits.rememberLines(), limits.rememberFor());
        for (IndexHistory.Page page : found.pages()) {
            page.content().sightings().forEach(recalled::add);
            if (page.shardId().equals(shardId)) {
                pages.add(new SavedPage(page.content().range(), recalled.added()));
            }
        }
        recent = recalled;
        LOG.info(
                "{}: remembered {} lines that the lake holds already",
                shardId,
                recalled.added() - recalled.forgotten());
    }

    @Override
    public List<Identified> newAmong(List<Identified> lines) {
        RecentLines known = recalled();
        known.forgetBefore(lines.getFirst().arrival());
        Set<Digest128.Hash> here = HashSet.newHashSet(lines.size());
        return lines.stream()
                .filter(line -> !known.contains(line.identity()) && here.add(line.identity()))
                .toList();
    }

    @Override
    public void pass(List<Identified> lines) {
        unsaved.addAll(lines);
    }

    @Override
    public void save() {
        if (!unsaved.isEmpty()) {
            Sighting sighting = Sighting.of(unsaved);
            open = write(
                    new ShardRange(
                            unsaved.getFirst().position(), unsaved.getLast().position()),
                    sighting);
            recalled().add(sighting);
            pages.add(new SavedPage(open.range(), recalled().added()));
            unsaved.clear();
        }
        deleteForgotten();
    }

    /** Writes the longer page first, and then deletes the shorter: at any time all is saved. */
    private IndexPage write(ShardRange range, Sighting sighting) {
        IndexPage shorter = open;
        if (shorter == null || shorter.isFull()) {
            IndexPage page = new IndexPage(range, List.of(sighting));
            index.write(shardId, page);
            return page;
        }
        IndexPage longer = shorter.and(range.last(), sighting);
        index.write(shardId, longer);
        index.delete(shardId, shorter.range());
        pages.removeLast();
        return longer;
    }

    private void deleteForgotten() {
        while (pages.size() > 1 && pages.getFirst().end() <= recalled().forgotten()) {
            index.delete(shardId, pages.getFirst().range());
            pages.remove();
        }
    }

    private RecentLines recalled() {
        if (recent == null) {
            throw new IllegalStateException("Nothing was recalled yet");
        }
        return recent;
    }

    /** @param end how many lines were ever remembered when the last of the page was */
    private record SavedPage(ShardRange range, long end) {}
}
