package io.tillstream.ingest.spill;

import java.io.IOException;
import java.util.List;

/**
 * Keeps lines that the stream did not take. One thread appends, one drains. Frames are given out in the order in
 * which they were appended.
 */
interface Journal extends DrainSource, AutoCloseable {

    /** Whether so many bytes more may be kept. */
    boolean hasRoomFor(long bytes);

    /**
     * Keeps the frames: when it returns, they outlast the process. When it throws, some of them may be kept all the
     * same.
     */
    void append(List<JournalFrame> frames) throws IOException;

    /** Finds out whether frames would be kept, at next to no cost and without keeping any; throws why not. */
    void probe() throws IOException;

    @Override
    void close();
}
