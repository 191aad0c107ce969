package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.storage.LogRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Makes one object of records, one right behind the other as AWS does, and puts it to S3. */
record ObjectDelivery(DeliveryDescription stream, ObjectSink sink) {

    void deliver(List<LogRecord> records) throws IOException, InterruptedException {
        Instant oldest = Instant.ofEpochMilli(records.getFirst().timeMillis());
        Destination destination = stream.destination();
        boolean zipped = destination.compression() == Destination.Compression.GZIP;
        sink.put(
                destination.bucket(),
                ObjectName.of(stream, oldest),
                content(records, zipped),
                zipped ? Optional.of("gzip") : Optional.empty());
    }

    private static byte[] content(List<LogRecord> records, boolean zipped) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream output = zipped ? new GZIPOutputStream(bytes) : bytes;
                WritableByteChannel channel = Channels.newChannel(output)) {
            for (LogRecord record : records) {
                channel.write(record.payload().duplicate());
            }
        }
        return bytes.toByteArray();
    }
}
