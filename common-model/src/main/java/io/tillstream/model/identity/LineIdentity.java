package io.tillstream.model.identity;

import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Derives the id of a line whose row gives none. */
@FunctionalInterface
public interface LineIdentity {

    /**
     * The id of one row.
     *
     * @param content what the row says, in canonical form
     * @param place the row's place in its request or file, counted from 0
     */
    LineId identify(RowContent content, long place);

    /** Ids that occur nowhere else: sent again, the rows count again. One instance a request. */
    static LineIdentity unique() {
        return new KeyedIdentity("unique", UUID.randomUUID().toString());
    }

    /**
     * Ids that depend on the caller, the key and the place only: a request sent again with its key changes nothing, and
     * another caller's request with the same key is another one.
     */
    static LineIdentity fromIdempotencyKey(String caller, String key) {
        return new KeyedIdentity("idempotency-key of " + caller, key);
    }

    /**
     * Ids that depend on the row's content and on how often it occurred before: 128 bits of a hash, a hyphen,
     * and the number of the occurrence, counted from 1. A file gets the same set of ids whatever the order of its
     * rows and the spelling of its values. One instance a file; not safe for use by several threads.
     */
    static LineIdentity ofContent(ContentHashing hashing) {
        return ofContent(hashing, null);
    }

    /**
     * The same, for rows that are kept apart from equal ones of other sources.
     *
     * @param source its name; no more than the rows themselves if not given
     */
    static LineIdentity ofContent(ContentHashing hashing, @Nullable String source) {
        return new ContentIdentity(hashing, Occurrences.onHeap(), source);
    }

    /**
     * The same ids, counted in memory that does not grow with the file: what is too much for the heap lies in a file of
     * the scratch folder, which is gone when the identity is closed, or the process ends.
     */
    static ContentIdentity ofContent(ContentHashing hashing, Path scratchFolder, @Nullable String source) {
        return new ContentIdentity(hashing, Occurrences.in(scratchFolder), source);
    }
}
