package io.tillstream.ingest.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs lines into groups that share no invoice, so that the order in which a call stores them does not matter; an
 * invoice's lines keep theirs.
 *
 * @param maxBytes the most that a group may have
 * @param maxGroups how many groups there may be
 * @param mixing whether invoices may share a group
 */
record LinePacker(long maxBytes, int maxGroups, boolean mixing) {

    /** What was packed, and what did not fit, in its order. */
    record Load(List<LineGroup> groups, List<PendingLine> left) {}

    /** About what a line adds to a group. */
    static long cost(PendingLine line) {
        return (long) line.size() + Aggregate.OVERHEAD_PER_LINE;
    }

    Load pack(List<PendingLine> lines) {
        Packing packing = new Packing();
        for (Map.Entry<String, List<PendingLine>> invoice : byInvoice(lines).entrySet()) {
            packing.add(invoice.getKey(), invoice.getValue());
        }
        return packing.load();
    }

    private static Map<String, List<PendingLine>> byInvoice(List<PendingLine> lines) {
        Map<String, List<PendingLine>> invoices = LinkedHashMap.newLinkedHashMap(Math.min(lines.size(), 1_000));
        String last = "";
        List<PendingLine> linesOfLast = List.of();
        for (PendingLine line : lines) {
            String key = line.line().partitionKey();
            // An invoice's lines mostly come in a row: what was just looked up need not be looked up again.
            if (!key.equals(last)) {
                linesOfLast = invoices.computeIfAbsent(key, absent -> new ArrayList<>());
                last = key;
            }
            linesOfLast.add(line);
        }
        return invoices;
    }

    private final class Packing {

        private final List<LineGroup> groups = new ArrayList<>();
        private final List<PendingLine> left = new ArrayList<>();
        private List<PendingLine> open = new ArrayList<>();
        private long bytes = Aggregate.OVERHEAD;

        void add(String invoice, List<PendingLine> lines) {
            // Invoice numbers are ASCII.
            long key = (long) invoice.length() + Aggregate.OVERHEAD_PER_KEY;
            long all = key + lines.stream().mapToLong(LinePacker::cost).sum();
            if (!open.isEmpty() && (!mixing || bytes + all > maxBytes)) {
                close();
            }
            if (groups.size() == maxGroups) {
                left.addAll(lines);
                return;
            }
            bytes += key;
            for (int i = 0; i < lines.size(); i++) {
                long cost = cost(lines.get(i));
                if (!open.isEmpty() && bytes + cost > maxBytes) {
                    left.addAll(lines.subList(i, lines.size()));
                    return;
                }
                open.add(lines.get(i));
                bytes += cost;
            }
        }

        Load load() {
            if (!open.isEmpty()) {
                close();
            }
            return new Load(groups, left);
        }

        private void close() {
            groups.add(new LineGroup(open, bytes));
            open = new ArrayList<>();
            bytes = Aggregate.OVERHEAD;
        }
    }
}
