package io.tillstream.model.identity;

import java.nio.file.Path;

/**
 * Counts distinct texts by 128 bits of their hashes, in memory that does not grow with their number. Not safe for use
 * by several threads.
 */
public final class DistinctTexts implements AutoCloseable {

    private final Digest128 digest = new Digest128();
    private final Occurrences occurrences;
    private String last = "";
    private boolean empty = true;

    private DistinctTexts(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /** Keeps what does not fit into the heap in a file in this folder, which is deleted when counting ends. */
    public static DistinctTexts in(Path scratchFolder) {
        return new DistinctTexts(Occurrences.in(scratchFolder));
    }

    public void add(String text) {
        // Rows of an invoice mostly stand together.
        if (empty || !text.equals(last)) {
            occurrences.next(digest.add(text).finish());
            last = text;
            empty = false;
        }
    }

    public long count() {
        return occurrences.distinct();
    }

    @Override
    public void close() {
        occurrences.close();
    }
}
