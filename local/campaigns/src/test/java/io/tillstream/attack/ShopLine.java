package io.tillstream.attack;

/**
 * A row that was sent: what identifies it, and as much of what it says as tells its versions apart.
 *
 * @param figure a quantity or a price
 */
record ShopLine(Key key, long figure) {

    /**
     * Of two shops, the same numbers.
     *
     * @param document the invoice or the session
     * @param item the article or the product
     * @param id the line's or the event's
     */
    record Key(String shop, String document, String item, String id) {}
}
