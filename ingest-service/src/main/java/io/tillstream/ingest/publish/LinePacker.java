package io.tillstream.ingest.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs waiting lines into groups that share no invoice. So the order in which a call stores the groups does not
 * matter, and the lines of an invoice keep their order. What does not fit goes on waiting.
 *
 * @param maxBytes the most that a group may have
 * @param maxGroups how many groups there may be
 * @param enoughBytes when no more lines are taken
 * @param mixing whether invoices may share a group
 */
record LinePacker(long maxBytes, int maxGroups, long enoughBytes, boolean mixing) {

    /** Roughly what a line adds to a group. */
    static long cost(PendingLine line) {
        return (long) line.size() + Aggregate.OVERHEAD_PER_LINE;
    }

    List<LineGroup> pack(WaitingLines waiting) {
        Packing packing = new Packing();
        waiting.packInto(packing);
        return packing.groups();
    }

    /** Groups that are being filled. */
    final class Packing {

        private final List<LineGroup> groups = new ArrayList<>();
        private List<PendingLine> open = new ArrayList<>();
        private long bytes = Aggregate.OVERHEAD;
        private long taken;

        boolean isFull() {
            return groups.size() == maxGroups || taken >= enoughBytes;
        }

        /** Announces the lines of another invoice, and how much they take in all. */
        void begin(String invoice, long cost) {
            // Invoice numbers are ASCII.
            long key = (long) invoice.length() + Aggregate.OVERHEAD_PER_KEY;
            if (!open.isEmpty() && (!mixing || bytes + key + cost > maxBytes)) {
                close();
            }
            bytes += key;
        }

        /** Takes the line if there is room for it; for nothing when nobody wants it any longer. */
        boolean takes(PendingLine line) {
            if (line.isAbandoned()) {
                return true;
            }
            long cost = cost(line);
            if (isFull() || (!open.isEmpty() && bytes + cost > maxBytes)) {
                return false;
            }
            open.add(line);
            bytes += cost;
            taken += cost;
            return true;
        }

        private List<LineGroup> groups() {
            if (!open.isEmpty()) {
                close();
            }
            return groups;
        }

        private void close() {
            groups.add(new LineGroup(open, bytes));
            open = new ArrayList<>();
            bytes = Aggregate.OVERHEAD;
        }
    }
}
