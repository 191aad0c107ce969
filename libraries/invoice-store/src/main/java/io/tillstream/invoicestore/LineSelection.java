package io.tillstream.invoicestore;

import io.tillstream.model.StockCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the invoice of a number are wanted.
 *
 * @param shops whose invoice
 * @param stockCode only lines of this article
 * @param after none up to this place, which is where another page ended
 * @param limit how many at most
 */
public record LineSelection(
        ShopFilter shops,
        @Nullable String stockCode,
        @Nullable LinePlace after,
        int limit) {

    /** More lines than any invoice has that a till has written. */
    public static final int MOST = 5_000;

    public LineSelection {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("No page holds " + limit + " lines");
        }
    }

    /** As many lines as one page may hold, of whoever's invoice it is. */
    public static LineSelection all() {
        return new LineSelection(ShopFilter.ALL, null, null, MOST);
    }

    /** Whether any line can be meant. */
    boolean namesNoArticle() {
        return stockCode != null && StockCode.RULE.faultIn(stockCode).isPresent();
    }

    Optional<StockCode> article() {
        return Optional.ofNullable(stockCode).map(StockCode::new);
    }

    boolean isOfLarge() {
        return after != null && after.ofLarge();
    }

    boolean wants(StoredLine line) {
        return stockCode == null || line.line().stockCode().value().equals(stockCode);
    }
}
