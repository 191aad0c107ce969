package io.tillstream.sessionstore;

import io.tillstream.invoicestore.ShopFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a session are wanted.
 *
 * @param shops whose
 * @param after none up to this place, which is where another page ended
 * @param limit how many at most
 */
public record EventSelection(ShopFilter shops, @Nullable EventPlace after, int limit) {

    /** Most that a page can hold. */
    public static final int MOST = 1_000;

    public EventSelection {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("No page holds " + limit + " events");
        }
    }

    /** The first ones of a session of any shop. */
    public static EventSelection first() {
        return new EventSelection(ShopFilter.ALL, null, MOST);
    }
}
