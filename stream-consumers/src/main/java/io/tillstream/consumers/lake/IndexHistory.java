package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Ancestry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Reads what the index has of a shard and of those it came from, the newest first, until it is enough. */
final class IndexHistory {

    private static final int CONCURRENT_READS = 8;

    private final LakeIndex index;
    private final Ancestry ancestry;
    private final int most;
    private final Duration longest;

    IndexHistory(LakeIndex index, Ancestry ancestry, LakeProperties limits) {
        this.index = index;
        this.ancestry = ancestry;
        this.most = limits.rememberLines();
        this.longest = limits.rememberFor();
    }

    /**
     * What was found.
     *
     * @param pages the oldest first
     * @param superfluous files of pages that another one covers or that are older than all that is remembered
     */
    record Found(List<Page> pages, List<IndexFile> superfluous) {}

    record Page(String shardId, IndexPage content) {}

    Found of(String shardId) {
        List<IndexFile> superfluous = new ArrayList<>();
        List<IndexFile> files = new ArrayList<>(filesOf(shardId));
        for (IndexFile file : List.copyOf(files)) {
            if (files.stream().anyMatch(other -> other.isLongerThan(file))) {
                files.remove(file);
                superfluous.add(file);
            }
        }
        List<Page> pages = new ArrayList<>();
        while (pages.size() < files.size() && !isEnough(pages)) {
            pages.addAll(read(files.subList(pages.size(), Math.min(pages.size() + CONCURRENT_READS, files.size()))));
        }
        superfluous.addAll(files.subList(pages.size(), files.size()));
        return new Found(pages.reversed(), superfluous);
    }

    private List<IndexFile> filesOf(String shardId) {
        return Stream.concat(Stream.of(shardId), ancestry.ancestorsOf(shardId).stream())
                .flatMap(shard -> index.list(shard).stream())
                .sorted(IndexFile.NEWEST_FIRST)
                .toList();
    }

    private List<Page> read(List<IndexFile> files) {
        return files.stream()
                .gather(Gatherers.mapConcurrent(CONCURRENT_READS, file -> new Page(file.shardId(), index.read(file))))
                .toList();
    }

    private boolean isEnough(List<Page> pages) {
        if (pages.isEmpty()) {
            return false;
        }
        Instant newest = pages.getFirst().content().arrival();
        Instant oldest = pages.getLast().content().arrival();
        return oldest.isBefore(newest.minus(longest))
                || pages.stream().mapToLong(page -> page.content().lines()).sum() >= most;
    }
}
