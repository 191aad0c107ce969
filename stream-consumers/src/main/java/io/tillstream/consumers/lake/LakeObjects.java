package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.StreamLine;
import java.util.List;

/** The objects of the raw lake, each of which is written once and never changed. */
interface LakeObjects {

    /**
     * Writes these lines of a shard as the object named after the first of them, unless there is one of that name.
     *
     * @return what the object of that name covers: the lines given, or what another writer put there before
     */
    Extent putIfAbsent(String shardId, List<StreamLine> lines);
}
