package io.tillstream.invoicestore;

import io.tillstream.storecalls.StoreUnavailableException;
import java.util.Optional;

/**
 * Decides which of two versions of a line stays in its place, and stores it, even when others do so at the same time.
 */
final class Settlement {

    private static final int MAX_ROUNDS = 100;

    private final LinePlaces places;
    private final ReplacedLines replaced;

    Settlement(LinePlaces places, ReplacedLines replaced) {
        this.places = places;
        this.replaced = replaced;
    }

    /**
     * Puts a line where another lies, unless that one counts.
     *
     * @return the line that is stored and says what the given one says, or voids it; nothing when another version
     * counts
     */
    Optional<StoredLine> settle(StoredLine line, Optional<StoredLine> found) {
        Optional<StoredLine> there = found;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (there.isPresent() && !line.countsBefore(there.get())) {
                return there.filter(line::agreesWith);
            }
            // Kept before it is gone: whoever dies in between leaves a letter too many, and never one too few.
            there.filter(other -> !line.agreesWith(other)).ifPresent(other -> replaced.keep(other.line(), line.line()));
            StoredLine put = there.map(line::inPlaceOf).orElse(line);
            Optional<LinePlaces.Found> instead = places.put(put, there);
            if (instead.isEmpty()) {
                return Optional.of(put);
            }
            there = instead.get().line();
        }
        throw new StoreUnavailableException(
                "Others keep changing a line of " + line.line().invoiceNo());
    }
}
