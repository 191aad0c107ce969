package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.util.List;

/** A journal of segments, which are deleted as they are drained. */
final class SegmentJournal implements Journal {

    private final SegmentStore store;
    private final JournalSegments segments;
    private final SegmentDrain drain;

    SegmentJournal(SegmentStore store, JournalSegments segments, SpillMeters meters) {
        this.store = store;
        this.segments = segments;
        this.drain = new SegmentDrain(store, segments, meters);
    }

    @Override
    public boolean hasRoomFor(long bytes) {
        return store.hasRoomFor(bytes, segments.keptBytes());
    }

    @Override
    public void append(List<JournalFrame> frames) throws IOException {
        store.append(frames, segments);
    }

    @Override
    public void probe() throws IOException {
        store.probe();
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        return drain.oldest(enoughBytes);
    }

    @Override
    public void drained() throws IOException {
        drain.drained();
    }

    @Override
    public Backlog backlog() {
        return drain.backlog();
    }

    @Override
    public void close() {
        store.close();
    }
}
