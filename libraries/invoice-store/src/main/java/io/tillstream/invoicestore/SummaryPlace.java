package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.storecalls.StoreUnavailableException;
import java.util.Optional;

/** Where a summary of an invoice lies, as a writer sees it who knows lines of the invoice. */
interface SummaryPlace<S extends Summary> {

    int MAX_ROUNDS = 100;

    /** What the lines known come to; nothing when none of them bears on it. */
    Optional<S> known();

    /** Of the summary that this writer knows to be there, whose lines it knows. */
    Optional<String> digest();

    SummaryPutResult put(S summary, Optional<String> replacedDigest);

    /** Remembers that this summary is there. */
    void isThere(S summary);

    /** Begins anew with all lines that are stored by now. */
    void readBack();

    /**
     * Puts what the lines come to, in place of what holds no other lines, whoever else does so too.
     *
     * @return why it can never be put; nothing when it is there
     */
    default Optional<String> bringUpToDate(InvoiceNumber invoiceNo) {
        Optional<String> there = digest();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            // None when the lines have since been replaced by lines that do not bear on it.
            Optional<S> summary = known();
            if (summary.isEmpty()) {
                return Optional.empty();
            }
            if (isUpToDate(summary.get(), there)) {
                isThere(summary.get());
                return Optional.empty();
            }
            switch (put(summary.get(), there)) {
                case SummaryPutResult.Done done -> {
                    isThere(summary.get());
                    return Optional.empty();
                }
                case SummaryPutResult.Refused refusal -> {
                    return Optional.of(refusal.reason());
                }
                case SummaryPutResult.Found found -> there = Optional.of(found.digest());
            }
            if (!isUpToDate(summary.get(), there)) {
                // Only what is read after the other summary was seen holds all of its lines.
                readBack();
            }
        }
        throw new StoreUnavailableException("Others keep changing the summary of " + invoiceNo);
    }

    private static boolean isUpToDate(Summary summary, Optional<String> there) {
        return there.filter(summary.digest()::equals).isPresent();
    }
}
