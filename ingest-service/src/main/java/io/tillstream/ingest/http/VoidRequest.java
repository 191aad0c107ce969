package io.tillstream.ingest.http;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which line to void, and why, as the path or the parameters say it.
 *
 * @param store whose line; that of the caller's key when not given, and lines without a shop for any other caller
 */
record VoidRequest(
        @Nullable String invoiceNo,
        @Nullable String stockCode,
        @Nullable String lineId,
        @Nullable String store,
        @Nullable String reason) {

    private static final String NO_REASON = "no reason given";

    /** The identity of the line, which must be of this store if there is one. */
    LineKey key(Optional<StoreId> only) {
        @Nullable StoreId shop = store == null ? only.orElse(null) : new StoreId(text("store", StoreId.RULE, store));
        if (only.isPresent() && !only.get().equals(shop)) {
            throw Problems.badParameter("The key is bound to store " + only.get() + "; leave store out.");
        }
        return new LineKey(
                shop,
                new InvoiceNumber(text("invoiceNo", InvoiceNumber.RULE, invoiceNo)),
                new StockCode(text("stockCode", StockCode.RULE, stockCode)),
                new LineId(text("lineId", LineId.RULE, lineId)));
    }

    String reasonGiven() {
        return reason == null ? NO_REASON : text("reason", LineContent.DESCRIPTION_RULE, reason);
    }

    private static String text(String name, TextRule rule, @Nullable String value) {
        if (value == null) {
            throw Problems.badParameter("The parameter " + name + " is missing; say which line to void by stockCode and"
                    + " lineId, as GET /invoices/{no} of the query service shows them.");
        }
        rule.faultIn(value).ifPresent(fault -> {
            throw Problems.badParameter("The parameter " + name + " must be "
                    + (rule.onlyNameCharacters()
                                    ? "1 to %d of A-Z, a-z, 0-9, _ and -"
                                    : "1 to %d characters, without control" + " characters and blanks around them")
                            .formatted(rule.maxLength())
                    + ".");
        });
        return value;
    }
}
