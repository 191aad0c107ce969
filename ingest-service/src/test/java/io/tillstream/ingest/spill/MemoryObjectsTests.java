package io.tillstream.ingest.spill;

final class MemoryObjectsTests implements SpillObjectsContract {

    private final MemoryObjects objects = new MemoryObjects();

    @Override
    public SpillObjects objects() {
        return objects;
    }
}
