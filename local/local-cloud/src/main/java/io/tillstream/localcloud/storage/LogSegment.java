package io.tillstream.localcloud.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a log, named after its first position. Files are read by streams rather than channels, because a channel
 * closes itself under a thread that is interrupted.
 */
final class LogSegment {

    private static final int READ_AHEAD_BYTES = 128 * 1024;

    private final Path file;
    private final long first;
    private @Nullable SegmentIndex index;

    LogSegment(Path folder, long first) {
        this.file = folder.resolve("%020d.log".formatted(first));
        this.first = first;
    }

    static LogSegment existing(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        if (folder == null) {
            throw new IllegalArgumentException(file.toString());
        }
        return new LogSegment(folder, Long.parseLong(name.substring(0, name.indexOf('.'))));
    }

    Path file() {
        return file;
    }

    long first() {
        return first;
    }

    /** Sealed segments are indexed when first read, so that a log opens without reading all of it. */
    synchronized SegmentIndex index() throws IOException {
        SegmentIndex known = index;
        if (known == null) {
            known = Files.exists(file) ? scan() : new SegmentIndex();
            index = known;
        }
        return known;
    }

    private SegmentIndex scan() throws IOException {
        SegmentIndex scanned = new SegmentIndex();
        try (DataInputStream input = openAt(0)) {
            for (LogFrame frame = LogFrame.read(input); frame != null; frame = LogFrame.read(input)) {
                scanned.add(frame.bytes(), frame.timeMillis());
            }
        }
        return scanned;
    }

    long firstTime() throws IOException {
        try (DataInputStream input = openAt(0)) {
            LogFrame frame = LogFrame.read(input);
            return frame == null ? Long.MAX_VALUE : frame.timeMillis();
        }
    }

    /** The first position of this segment that is not older than a time, or the position behind its last. */
    long firstAtOrAfter(long timeMillis, long end) throws IOException {
        if (first == end) {
            return first;
        }
        SegmentIndex.Mark mark = index().beforeTime(timeMillis);
        try (DataInputStream input = openAt(mark.offset())) {
            long position = first + mark.ordinal();
            while (position < end && next(input).timeMillis() < timeMillis) {
                position++;
            }
            return position;
        }
    }

    /** Adds records from a position on to those read so far, until the budget is used up. */
    void read(long from, long end, ReadBudget budget, List<LogRecord> into) throws IOException {
        SegmentIndex.Mark mark = index().before(from - first);
        try (DataInputStream input = openAt(mark.offset())) {
            for (long position = first + mark.ordinal(); position < end && !budget.usedUp(); position++) {
                LogFrame frame = next(input);
                if (position >= from && budget.admits(frame.payload().remaining())) {
                    into.add(new LogRecord(position, frame.timeMillis(), frame.payload()));
                }
            }
        }
    }

    private LogFrame next(DataInputStream input) throws IOException {
        LogFrame frame = LogFrame.read(input);
        if (frame == null) {
            throw new IOException("Damaged segment: " + file);
        }
        return frame;
    }

    private DataInputStream openAt(long offset) throws IOException {
        FileInputStream input = new FileInputStream(file.toFile());
        input.skipNBytes(offset);
        return new DataInputStream(new BufferedInputStream(input, READ_AHEAD_BYTES));
    }
}
