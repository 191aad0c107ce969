package io.tillstream.loader.parts;

import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Money;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.ContentIdentity;
import io.tillstream.model.identity.DistinctTexts;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Counts what a file holds, and gives its lines their identities; what it must remember for that lies on the disk. */
final class Tally implements LineIdentity, AutoCloseable {

    private static final String FIRST_OCCURRENCE = "-1";

    private final ContentIdentity identity;
    private final DistinctTexts invoices;
    private final DistinctTexts customers;
    private final LinesDigest givenIds = new LinesDigest();
    private final Map<String, Long> rejected = new HashMap<>();
    private long accepted;
    private long rejections;
    private long duplicates;
    private BigDecimal revenue = Money.ZERO;
    private boolean isLatestIdentified;

    Tally(Path scratch) {
        this.identity = LineIdentity.ofContent(scratch, null);
        this.invoices = DistinctTexts.in(scratch);
        this.customers = DistinctTexts.in(scratch);
    }

    @Override
    public LineId identify(LineContent content, long place) {
        LineId id = identity.identify(content, place);
        isLatestIdentified = true;
        duplicates += id.value().endsWith(FIRST_OCCURRENCE) ? 0 : 1;
        return id;
    }

    void accept(TransactionLine line) {
        accepted++;
        invoices.add(line.invoiceNo().value());
        line.customerId().ifPresent(customer -> customers.add(customer.value()));
        revenue = revenue.add(line.lineTotal());
        if (!isLatestIdentified) {
            // An id of ours is a hash of all that its line says, and was counted as such.
            givenIds.add(line);
        }
        isLatestIdentified = false;
    }

    void reject(FieldError first) {
        rejections++;
        rejected.merge((first.field() + " " + first.code()).strip(), 1L, Long::sum);
    }

    long rejections() {
        return rejections;
    }

    Figures figures() {
        return new Figures(
                accepted + rejections,
                accepted,
                rejected,
                duplicates,
                invoices.count(),
                customers.count(),
                Money.canonical(revenue),
                givenIds.plus(identity.sum()) + "-" + accepted);
    }

    @Override
    public void close() {
        identity.close();
        invoices.close();
        customers.close();
    }
}
