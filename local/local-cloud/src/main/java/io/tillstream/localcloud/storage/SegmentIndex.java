package io.tillstream.localcloud.storage;

import java.util.ArrayList;
import java.util.List;

/** Where every so many-th frame of a segment begins: all of a segment that is kept in memory. Any thread may use it. */
final class SegmentIndex {

    private static final int EVERY = 256;

    private final List<Mark> marks = new ArrayList<>();
    private long count;
    private long bytes;
    private long lastTime;

    record Mark(long ordinal, long offset, long timeMillis) {}

    synchronized void add(int frameBytes, long timeMillis) {
        if (count % EVERY == 0) {
            marks.add(new Mark(count, bytes, timeMillis));
        }
        count++;
        bytes += frameBytes;
        lastTime = timeMillis;
    }

    synchronized long count() {
        return count;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long lastTime() {
        return lastTime;
    }

    synchronized Mark before(long ordinal) {
        return marks.get((int) (ordinal / EVERY));
    }

    /** The last mark older than a time, or the first mark: what is sought lies behind it. */
    synchronized Mark beforeTime(long timeMillis) {
        Mark found = marks.getFirst();
        for (Mark mark : marks) {
            if (mark.timeMillis() >= timeMillis) {
                break;
            }
            found = mark;
        }
        return found;
    }
}
