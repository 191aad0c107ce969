package io.tillstream.consumers.lake;

/** The objects of the raw lake, each of which is written once and never changed. */
interface LakeObjects {

    /**
     * Writes an object of a shard, unless there is one that begins at the same place.
     *
     * @return what the object at that place covers: the one given, or what another writer put there before
     */
    Extent putIfAbsent(String shardId, LakeObject object);
}
