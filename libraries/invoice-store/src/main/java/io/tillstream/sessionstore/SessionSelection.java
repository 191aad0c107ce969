package io.tillstream.sessionstore;

import io.tillstream.invoicestore.ShopFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of a user's sessions are wanted.
 *
 * @param shops whose
 * @param from none that began before this moment
 * @param to none that began at this moment or later
 * @param after none up to this place, which is where another page ended
 * @param limit how many at most
 */
public record SessionSelection(
        ShopFilter shops,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable SessionPlace after,
        int limit) {

    public SessionSelection {
        if (limit < 1) {
            throw new IllegalArgumentException("No page holds " + limit + " sessions");
        }
    }
}
