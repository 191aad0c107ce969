package io.tillstream.loader.ledger;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a file is loaded to. */
public enum LoadTarget {
    /** The raw lake on S3. */
    LAKE,
    /** The look-ups of invoices and customers. */
    INVOICES,
    WAREHOUSE;

    public static final Set<LoadTarget> ALL = Collections.unmodifiableSet(EnumSet.allOf(LoadTarget.class));

    /** Where lines of this feed go. The look-ups are those of invoices. */
    public static Set<LoadTarget> of(Feed feed) {
        boolean hasInvoices = feed.name().equals(FeedLayout.TRANSACTIONS.name());
        return hasInvoices ? ALL : Collections.unmodifiableSet(EnumSet.of(LAKE, WAREHOUSE));
    }
}
