package io.tillstream.loader.parts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file, or files that are loaded as one, hold.
 *
 * @param rejected how many rows are no lines, by the first of their faults
 * @param duplicates lines that say the same as an earlier one; they count
 * @param invoices how many different ones there are
 * @param customers how many different ones there are, guests left out
 * @param revenue the sum of all line totals, exact
 * @param digest the same for the same lines, in whatever order and spelling they come
 * @param notes what whoever loads them should know
 */
public record FileStatistics(
        long rows,
        long accepted,
        Map<String, Long> rejected,
        long duplicates,
        long invoices,
        long customers,
        BigDecimal revenue,
        String digest,
        List<String> notes) {

    public FileStatistics {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        // The ledger may hold figures from before there were notes.
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public long rejectedRows() {
        return rows - accepted;
    }
}
