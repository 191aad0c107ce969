package io.tillstream.ingest.spill;

import java.io.IOException;
import java.util.List;

/** Where the segments of journals are: files on disk, or objects of S3. */
interface SegmentStore extends AutoCloseable {

    /** Whether so many bytes more may be kept beside those that are. */
    boolean hasRoomFor(long bytes, long keptBytes);

    /**
     * Keeps the frames at the end of the newest segment or in new ones, and enters them among the segments: when it
     * returns, they outlast the process. When it throws, some of them may be kept all the same.
     */
    void append(List<JournalFrame> frames, JournalSegments segments) throws IOException;

    /** Finds out whether frames would be kept, without keeping any; throws why not. */
    void probe() throws IOException;

    /** What each of the parts holds; nothing where the segment is gone, because another instance has drained it. */
    List<byte[]> read(List<JournalSegments.Part> parts) throws IOException;

    /** All up to that place has been drained, in this segment and those before it. */
    void drainedTo(JournalSegment segment, long offset) throws IOException;

    /** Keeps a stretch of a segment that cannot be read, and says where. */
    String setAside(JournalSegment segment, long offset, byte[] unreadable) throws IOException;

    /** Deletes segments, of which some may be gone. */
    void delete(List<JournalSegment> drained) throws IOException;

    @Override
    void close();
}
