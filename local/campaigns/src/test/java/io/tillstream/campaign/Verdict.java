package io.tillstream.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the reconciliation found: counts for the table, and whatever is not as it must be. */
final class Verdict {

    private static final int FIRST_FEW = 5;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> mismatches = new ArrayList<>();

    void count(String what, long number) {
        counts.put(what, number);
    }

    /** All of one kind of mismatch: their number, and the first few of them. */
    void mismatch(String what, Collection<String> cases) {
        if (!cases.isEmpty()) {
            mismatches.add(what + ": " + cases.size() + "\n    "
                    + String.join("\n    ", cases.stream().limit(FIRST_FEW).toList()));
        }
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<String> mismatches() {
        return mismatches;
    }
}
