package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A journal that forgets; it fails as a test wants it to. */
final class MemoryJournal implements Journal {

    private final List<JournalPiece.Whole> frames = new ArrayList<>();
    private final List<Integer> appends = new ArrayList<>();
    private long room = Long.MAX_VALUE;
    private boolean broken;
    private int given;

    @Override
    public synchronized boolean hasRoomFor(long bytes) {
        return bytes < room;
    }

    @Override
    public synchronized void append(List<JournalFrame> appended) throws IOException {
        if (broken) {
            throw new IOException("broken");
        }
        appends.add(appended.size());
        for (JournalFrame frame : appended) {
            frames.add((JournalPiece.Whole) JournalPiece.at(ByteBuffer.wrap(frame.bytes()), 0));
        }
    }

    @Override
    public synchronized void probe() throws IOException {
        if (broken) {
            throw new IOException("broken");
        }
    }

    @Override
    public synchronized List<EncodedLine> oldest(long enoughBytes) {
        given = frames.isEmpty() ? 0 : 1;
        return frames.isEmpty() ? List.of() : frames.getFirst().lines();
    }

    @Override
    public synchronized void drained() {
        frames.subList(0, given).clear();
    }

    @Override
    public synchronized Backlog backlog() {
        return new Backlog(frames.size(), frames.size(), null);
    }

    @Override
    public void close() {}

    synchronized void room(long bytes) {
        room = bytes;
    }

    synchronized void broken(boolean isBroken) {
        broken = isBroken;
    }

    /** How many frames each append had. */
    synchronized List<Integer> appends() {
        return List.copyOf(appends);
    }
}
