package io.tillstream.model;

import org.jspecify.annotations.Nullable;

/** What a valid row says, in canonical form: rows that say the same are equal, however they were spelled. */
public interface RowContent {

    /** The shop that sent the row, where one is known. */
    @Nullable
    StoreId storeId();

    /** The same, said by this shop where it does not name one. */
    RowContent inStore(StoreId store);
}
