package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import java.time.Instant;
import java.util.List;

/**
 * An object of the raw lake before it is written.
 *
 * @param covered the lines of the shard that it stands for, at least one
 * @param kept those of them that it holds; the others lie in the lake already
 */
record LakeObject(List<Identified> covered, List<Identified> kept) {

    /** What names the object: the same for all who start at the same place, whatever they remember. */
    Position first() {
        return covered.getFirst().position();
    }

    Instant arrival() {
        return covered.getFirst().arrival();
    }

    Extent extent() {
        return new Extent(first(), covered.getLast().position(), kept.size());
    }

    int duplicates() {
        return covered.size() - kept.size();
    }
}
