package io.tillstream.model.layout;

import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;

/**
 * Sort keys of lines within an invoice: {@code stockCode#lineId}. A stock code may itself hold a {@code #}; it is
 * written as {@code %23}, and {@code %} as {@code %25}, so that no two lines share a key and the first {@code #} ends
 * the stock code.
 */
public final class SortKeys {

    private static final char SEPARATOR = '#';

    private SortKeys() {}

    /** The sort key of a line. */
    public static String of(StockCode stockCode, LineId lineId) {
        return prefixOf(stockCode) + lineId.value();
    }

    /** What the sort keys of all lines of an article begin with. */
    public static String prefixOf(StockCode stockCode) {
        return escape(stockCode.value()) + SEPARATOR;
    }

    private static String escape(String stockCode) {
        if (stockCode.indexOf(SEPARATOR) < 0 && stockCode.indexOf('%') < 0) {
            return stockCode;
        }
        return stockCode.replace("%", "%25").replace("#", "%23");
    }
}
