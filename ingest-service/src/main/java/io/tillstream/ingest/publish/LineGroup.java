package io.tillstream.ingest.publish;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Lines that share a record of the stream. */
record LineGroup(List<PendingLine> lines, long bytes) {

    /** Where the record belongs. */
    HashKey hash() {
        return lines.getFirst().hash();
    }

    /** The record. One line alone is itself, so that it costs nothing to read. */
    PutRecordsRequestEntry entry() {
        EncodedLine first = lines.getFirst().line();
        PutRecordsRequestEntry.Builder entry = PutRecordsRequestEntry.builder().partitionKey(first.partitionKey());
        if (lines.size() == 1) {
            return entry.data(SdkBytes.fromByteArrayUnsafe(first.bytes())).build();
        }
        // The hash of one of its invoices, not of the shard's range: aggregates built on a map older than a split
        // spread over both of its children.
        byte[] data = Aggregate.of(hash(), lines.stream().map(PendingLine::line).toList());
        return entry.explicitHashKey(hash().toString())
                .data(SdkBytes.fromByteArrayUnsafe(data))
                .build();
    }

    /** Tells each request once of lines in a row: as callers wait on it, a count for each line would cost more. */
    void acknowledge() {
        int from = 0;
        for (int to = 1; to <= lines.size(); to++) {
            PublishRequest request = lines.get(from).request();
            if (to == lines.size() || lines.get(to).request() != request) {
                request.acknowledge(to - from);
                from = to;
            }
        }
    }

    void end(PublishResult result) {
        lines.forEach(line -> line.request().end(result));
    }
}
