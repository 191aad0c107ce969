package io.tillstream.localcloud.storage;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An append-only log in a folder of its own. What {@link #append} has returned for lies with the operating system and
 * survives the end of this process by whatever means; positions go up by one and are never used twice. Times never
 * decrease. Any thread may use it.
 */
public final class RecordLog implements AutoCloseable {

    private static final int SEGMENT_BYTES = 16 * 1024 * 1024;

    private final Path folder;
    private final int segmentBytes;
    private final TreeMap<Long, LogSegment> segments = new TreeMap<>();
    private FileOutputStream output;
    private long start;
    private long end;
    private long lastTime;

    private RecordLog(Path folder, int segmentBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.segmentBytes = segmentBytes;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".log"))
                    .map(LogSegment::existing)
                    .forEach(segment -> segments.put(segment.first(), segment));
        }
        if (segments.isEmpty()) {
            segments.put(0L, new LogSegment(folder, 0));
        }
        start = segments.firstKey();
        LogSegment last = segments.lastEntry().getValue();
        end = last.first() + last.index().count();
        lastTime = last.index().lastTime();
        output = openForAppend(last);
    }

    public static RecordLog open(Path folder) {
        return open(folder, SEGMENT_BYTES);
    }

    static RecordLog open(Path folder, int segmentBytes) {
        return unchecked(() -> new RecordLog(folder, segmentBytes));
    }

    /** Appends records as one write, and returns the position of the first. */
    public synchronized long append(long timeMillis, List<ByteBuffer> payloads) {
        return unchecked(() -> {
            rollIfFull();
            lastTime = Math.max(lastTime, timeMillis);
            List<LogFrame> frames = payloads.stream()
                    .map(payload -> new LogFrame(lastTime, payload))
                    .toList();
            write(frames);
            long position = end;
            end += frames.size();
            return position;
        });
    }

    /** Reads on from a position, or from the first one kept; at least one record if there is one. */
    public List<LogRecord> read(long from, int maxRecords, long maxBytes) {
        return unchecked(() -> {
            List<LogRecord> records = new ArrayList<>();
            ReadBudget budget = new ReadBudget(maxRecords, maxBytes);
            long position = Math.max(from, start());
            while (position < end() && !budget.usedUp()) {
                position = readExtent(position, budget, records);
            }
            return records;
        });
    }

    private long readExtent(long position, ReadBudget budget, List<LogRecord> records) throws IOException {
        Extent extent = extentOf(position);
        try {
            extent.segment().read(position, extent.end(), budget, records);
            return extent.end();
        } catch (FileNotFoundException e) {
            if (position >= start()) {
                throw e;
            }
            // Trimmed between the look-up and the read.
            return start();
        }
    }

    public synchronized long start() {
        return start;
    }

    /** The position the next record will have. */
    public synchronized long end() {
        return end;
    }

    /** The first position kept whose record is not older than a time, or {@link #end}. */
    public long firstAtOrAfter(long timeMillis) {
        return unchecked(() -> {
            Extent extent = extentOf(start());
            while (extent.end() < end() && extentOf(extent.end()).segment().firstTime() < timeMillis) {
                extent = extentOf(extent.end());
            }
            return Math.max(start(), extent.segment().firstAtOrAfter(timeMillis, extent.end()));
        });
    }

    /** Forgets records before a position; their files are deleted as soon as they hold nothing else. */
    public synchronized void trimTo(long position) {
        start = Math.clamp(position, start, end);
        unchecked(() -> {
            Map.Entry<Long, LogSegment> second = segments.higherEntry(segments.firstKey());
            while (second != null && second.getKey() <= start) {
                Files.deleteIfExists(segments.pollFirstEntry().getValue().file());
                second = segments.higherEntry(segments.firstKey());
            }
            return true;
        });
    }

    @Override
    public synchronized void close() {
        unchecked(() -> {
            output.close();
            return true;
        });
    }

    private record Extent(LogSegment segment, long end) {}

    private synchronized Extent extentOf(long position) {
        LogSegment segment = segments.floorEntry(position).getValue();
        Long next = segments.higherKey(segment.first());
        return new Extent(segment, next == null ? end : next);
    }

    private void rollIfFull() throws IOException {
        if (segments.lastEntry().getValue().index().bytes() >= segmentBytes) {
            output.close();
            LogSegment fresh = new LogSegment(folder, end);
            segments.put(end, fresh);
            output = openForAppend(fresh);
        }
    }

    private void write(List<LogFrame> frames) throws IOException {
        LogSegment last = segments.lastEntry().getValue();
        SegmentIndex index = last.index();
        byte[] bytes = new byte[frames.stream().mapToInt(LogFrame::bytes).sum()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        frames.forEach(frame -> frame.writeTo(buffer));
        try {
            output.write(bytes);
        } catch (IOException e) {
            // A full disk takes half a write; what comes after it must not stand behind garbage.
            output.close();
            output = openForAppend(last);
            throw e;
        }
        frames.forEach(frame -> index.add(frame.bytes(), frame.timeMillis()));
    }

    /** Cuts off what a crash or a failed write left after the last whole record. */
    private static FileOutputStream openForAppend(LogSegment segment) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw")) {
            file.setLength(segment.index().bytes());
        }
        return new FileOutputStream(segment.file().toFile(), true);
    }

    private interface IoCall<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(IoCall<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
