package io.tillstream.invoicestore;

import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.TransactionHashing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps lines void that are put without reading what is stored.
 *
 * <p>What voids a line is registered before it is put in the line's place, and who has put lines without looking asks
 * for what was registered since. So one of the two sees the other, and the void is in the place in the end.
 */
final class Voids {

    private final VoidRegister register;
    private final Map<LineKey, StoredLine> known = new ConcurrentHashMap<>();
    private long count;
    private boolean hasAsked;

    Voids(VoidRegister register) {
        this.register = register;
    }

    /** Registers those of the lines that void one, unless it is void already. */
    synchronized void announce(Collection<StoredLine> lines) {
        List<TransactionLine> voiding = lines.stream()
                .map(StoredLine::line)
                .filter(TransactionLine::isVoid)
                .toList();
        if (voiding.isEmpty()) {
            return;
        }
        ask();
        for (TransactionLine line : voiding) {
            while (!known.containsKey(line.key()) && !register.add(line, count)) {
                ask();
            }
            ask();
        }
    }

    /** Those of the lines that may be put: not those that are known to be void. */
    List<StoredLine> notVoid(List<StoredLine> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        askOnce();
        return known.isEmpty()
                ? lines
                : lines.stream()
                        .filter(line -> !known.containsKey(line.line().key()))
                        .toList();
    }

    /** What has to be put in the place of lines that have been put, because they were voided meanwhile. */
    List<StoredLine> of(List<StoredLine> put) {
        if (put.isEmpty()) {
            return List.of();
        }
        ask();
        return known.isEmpty()
                ? List.of()
                : put.stream()
                        .map(line -> known.get(line.line().key()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private synchronized void askOnce() {
        if (!hasAsked) {
            ask();
        }
    }

    private synchronized void ask() {
        List<TransactionLine> more = register.after(count);
        more.forEach(line -> known.putIfAbsent(line.key(), StoredLine.of(line, TransactionHashing.versionOf(line))));
        count += more.size();
        hasAsked = true;
    }
}
