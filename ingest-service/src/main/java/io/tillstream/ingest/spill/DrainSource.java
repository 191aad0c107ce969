package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.util.List;

/** Spilled lines, given out in their order to the one thread that drains them. Any thread may ask how many there are. */
interface DrainSource {

    /** The oldest lines, of about so many bytes; none when there are none. The same lines until they are drained. */
    List<EncodedLine> oldest(long enoughBytes) throws IOException;

    /** The stream has the lines that were given out last. */
    void drained() throws IOException;

    /** What waits, or is given out and not yet drained. */
    Backlog backlog();
}
