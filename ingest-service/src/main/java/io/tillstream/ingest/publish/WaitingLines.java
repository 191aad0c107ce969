package io.tillstream.ingest.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wait for a shard, by invoice: those of an invoice in their order, and the invoices in that of their oldest
 * lines. A line leaves only when it is packed, so that none has to come back that did not fit. Not safe for use by
 * several threads.
 */
final class WaitingLines {

    /** As many as most invoices have in one request. */
    private static final int FEW_LINES = 8;

    private static final InvoiceLines NOTHING_LEFT = new InvoiceLines();

    private final LinkedHashMap<String, InvoiceLines> invoices = new LinkedHashMap<>();
    private int count;
    private long bytes;

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /** The bytes of all lines. */
    long bytes() {
        return bytes;
    }

    /** Adds lines behind the others. */
    void add(List<PendingLine> lines) {
        String last = "";
        @Nullable InvoiceLines linesOfLast = null;
        for (PendingLine line : lines) {
            String invoice = line.line().partitionKey();
            // An invoice's lines mostly come in a row: what was just looked up need not be looked up again.
            if (linesOfLast == null || !invoice.equals(last)) {
                linesOfLast = invoices.computeIfAbsent(invoice, absent -> new InvoiceLines());
                last = invoice;
            }
            linesOfLast.waiting.add(line);
            linesOfLast.cost += LinePacker.cost(line);
            count(line, 1);
        }
    }

    /** Adds lines in front of the others, unless nobody wants them any longer. */
    void addFirst(List<PendingLine> lines) {
        for (PendingLine line : lines.reversed()) {
            if (!line.isAbandoned()) {
                String invoice = line.line().partitionKey();
                InvoiceLines found = invoices.getOrDefault(invoice, new InvoiceLines());
                found.waiting.addFirst(line);
                found.cost += LinePacker.cost(line);
                invoices.putFirst(invoice, found);
                count(line, 1);
            }
        }
    }

    /** Packs lines, invoice by invoice, until the batch is full. */
    void packInto(LinePacker.Packing packing) {
        List<InvoiceLines> overtaking = new ArrayList<>();
        InvoiceLines left = NOTHING_LEFT;
        Iterator<InvoiceLines> each = invoices.values().iterator();
        while (each.hasNext()) {
            InvoiceLines invoice = each.next();
            if (left.isYoungerThan(invoice)) {
                overtaking.add(left);
            }
            if (packing.isFull()) {
                break;
            }
            pack(invoice, packing);
            if (invoice.waiting.isEmpty()) {
                each.remove();
            }
            left = invoice;
        }
        // An invoice of which lines come and come must not keep its place for ever.
        overtaking.forEach(invoice -> invoices.putLast(invoice.oldest().line().partitionKey(), invoice));
    }

    private void pack(InvoiceLines invoice, LinePacker.Packing packing) {
        packing.begin(invoice.oldest().line().partitionKey(), invoice.cost);
        while (!invoice.waiting.isEmpty() && packing.takes(invoice.oldest())) {
            PendingLine line = invoice.waiting.remove();
            invoice.cost -= LinePacker.cost(line);
            count(line, -1);
        }
    }

    /** Takes all lines. */
    List<PendingLine> removeAll() {
        List<PendingLine> all = new ArrayList<>(count);
        invoices.values().forEach(invoice -> all.addAll(invoice.waiting));
        invoices.clear();
        count = 0;
        bytes = 0;
        return all;
    }

    /** Forgets lines that nobody wants any longer. */
    void removeAbandoned() {
        add(removeAll().stream().filter(line -> !line.isAbandoned()).toList());
    }

    private void count(PendingLine line, int sign) {
        count += sign;
        bytes += (long) sign * line.size();
    }

    private static final class InvoiceLines {

        private final Deque<PendingLine> waiting = new ArrayDeque<>(FEW_LINES);
        private long cost;

        PendingLine oldest() {
            return waiting.element();
        }

        boolean isYoungerThan(InvoiceLines other) {
            return !waiting.isEmpty()
                    && oldest().request().startedAt() > other.oldest().request().startedAt();
        }
    }
}
