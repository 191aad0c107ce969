package io.tillstream.ingest.publish;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;

/** Lines that share a record of the stream. */
record LineGroup(List<PendingLine> lines, long bytes) {

    /** Where the record belongs. */
    HashKey hash() {
        return lines.getFirst().hash();
    }

    /** The record. One line alone is itself, so that it costs nothing to read. */
    StreamEntry entry() {
        PendingLine first = lines.getFirst();
        String partitionKey = first.line().partitionKey();
        if (lines.size() == 1) {
            return new StreamEntry(
                    partitionKey,
                    null,
                    SdkBytes.fromByteArrayUnsafe(first.line().bytes()));
        }
        // The hash of one of its invoices, not of the shard's range: aggregates built on a map older than a split
        // spread over both of its children.
        byte[] data = Aggregate.of(hash(), lines.stream().map(PendingLine::line).toList());
        return new StreamEntry(partitionKey, hash(), SdkBytes.fromByteArrayUnsafe(data));
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
