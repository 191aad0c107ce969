package io.tillstream.model.layout;

import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * Sort keys of lines within an invoice number: {@code stockCode#lineId}, and {@code @storeId#stockCode#lineId} for a
 * line of a shop, so that the invoices of two shops that number alike lie apart. A {@code #} within a shop or a stock
 * code is written as {@code %23}, {@code %} as {@code %25}, and a stock code's first {@code @} as {@code %40}: no two
 * lines share a key, and each part ends at the first {@code #}.
 */
public final class SortKeys {

    private static final char SEPARATOR = '#';
    private static final char SHOP = '@';

    private SortKeys() {}

    /** The sort key of a line. */
    public static String of(LineKey key) {
        return prefixOf(key.shop(), key.stockCode()) + key.lineId().value();
    }

    /** What the sort keys of all lines of an article begin with, within a shop or among the lines without one. */
    public static String prefixOf(@Nullable StoreId shop, StockCode stockCode) {
        String article = escape(stockCode.value());
        if (article.charAt(0) == SHOP) {
            article = "%40" + article.substring(1);
        }
        return (shop == null ? "" : prefixOf(shop)) + article + SEPARATOR;
    }

    /** What the sort keys of all lines of a shop begin with. */
    public static String prefixOf(StoreId shop) {
        return SHOP + escape(shop.value()) + SEPARATOR;
    }

    private static String escape(String part) {
        if (part.indexOf(SEPARATOR) < 0 && part.indexOf('%') < 0) {
            return part;
        }
        return part.replace("%", "%25").replace("#", "%23");
    }
}
