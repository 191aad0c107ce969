package io.tillstream.localcloud.dynamodb.store;

import org.jspecify.annotations.Nullable;

/** Entries to read, as they are or as they were. */
public interface EntryView {

    byte @Nullable [] get(int space, byte[] key);

    EntryCursor cursor(int space, EntryRange range, boolean forward);
}
