package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.storage.JsonFile;
import io.tillstream.localcloud.storage.LogRecord;
import io.tillstream.localcloud.storage.RecordLog;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** What a stream has accepted and not delivered: a log on disk, and the place in it up to which all is delivered. */
final class DeliveryBuffer implements AutoCloseable {

    private static final int SCAN_RECORDS = 10_000;
    private static final long SCAN_BYTES = 8L * 1024 * 1024;

    private final RecordLog log;
    private final JsonFile<Long> deliveredFile;
    private long delivered;
    private long pendingBytes;

    DeliveryBuffer(Path folder) {
        log = RecordLog.open(folder);
        deliveredFile = new JsonFile<>(folder.resolve("delivered.json"), Long.class);
        delivered = deliveredFile.read().orElse(0L);
        List<LogRecord> records = log.read(delivered, SCAN_RECORDS, SCAN_BYTES);
        while (!records.isEmpty()) {
            pendingBytes += bytesOf(records);
            records = log.read(records.getLast().position() + 1, SCAN_RECORDS, SCAN_BYTES);
        }
    }

    synchronized long append(long timeMillis, List<ByteBuffer> payloads) {
        long position = log.append(timeMillis, payloads);
        pendingBytes += payloads.stream().mapToLong(ByteBuffer::remaining).sum();
        return position;
    }

    synchronized long pendingBytes() {
        return pendingBytes;
    }

    /** The records that are next, oldest first, up to a size. */
    synchronized List<LogRecord> next(int maxRecords, long maxBytes) {
        return log.read(delivered, maxRecords, maxBytes);
    }

    synchronized void delivered(List<LogRecord> records) {
        delivered = records.getLast().position() + 1;
        deliveredFile.write(delivered);
        pendingBytes -= bytesOf(records);
        log.trimTo(delivered);
    }

    @Override
    public void close() {
        log.close();
    }

    private static long bytesOf(List<LogRecord> records) {
        return records.stream()
                .mapToLong(record -> record.payload().remaining())
                .sum();
    }
}
