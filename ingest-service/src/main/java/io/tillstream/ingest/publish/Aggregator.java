package io.tillstream.ingest.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import software.amazon.awssdk.core.SdkBytes;

/** Packs lines into as few records as their partition keys and the size of a record allow. */
final class Aggregator {

    private final long maxBytes;

    Aggregator(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The records of each partition key, in the order of its lines. */
    Collection<Queue<StreamEntry>> pack(List<EncodedLine> lines) {
        Map<String, List<byte[]>> linesByKey = new LinkedHashMap<>();
        for (EncodedLine line : lines) {
            linesByKey
                    .computeIfAbsent(line.partitionKey(), key -> new ArrayList<>())
                    .add(line.bytes());
        }
        List<Queue<StreamEntry>> packed = new ArrayList<>(linesByKey.size());
        linesByKey.forEach((key, bytes) -> packed.add(pack(key, bytes)));
        return packed;
    }

    private Queue<StreamEntry> pack(String partitionKey, List<byte[]> lines) {
        Queue<StreamEntry> entries = new ArrayDeque<>();
        int first = 0;
        long size = 0;
        for (int i = 0; i < lines.size(); i++) {
            int added = lines.get(i).length + Aggregate.OVERHEAD_PER_LINE;
            if (i > first && size + added > maxBytes) {
                entries.add(entry(partitionKey, lines.subList(first, i)));
                first = i;
                size = 0;
            }
            size += added;
        }
        entries.add(entry(partitionKey, lines.subList(first, lines.size())));
        return entries;
    }

    private static StreamEntry entry(String partitionKey, List<byte[]> lines) {
        byte[] data = lines.size() == 1 ? lines.getFirst() : Aggregate.of(partitionKey, lines);
        return new StreamEntry(partitionKey, SdkBytes.fromByteArrayUnsafe(data));
    }
}
