package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.Money;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.ContentIdentity;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.DistinctTexts;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.FieldError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what files hold, and gives their lines their identities; what it must remember for that lies on the disk. */
final class Tally implements LineIdentity, AutoCloseable {

    private static final String FIRST_OCCURRENCE = "-1";

    /** A JSON file can name other unknown fields in every row. */
    private static final int REASONS = 100;

    private static final String OTHER_REASONS = "other reasons";

    private final Path scratch;
    private final RowRules rules;
    private final ContentIdentity identity;
    private final DistinctTexts invoices;
    private final DistinctTexts customers;
    private final LinesDigest givenIds = new LinesDigest();
    private final Map<String, Long> rejected = new HashMap<>();
    private long accepted;
    private long rejections;
    private long duplicates;
    private long shared;
    private BigDecimal revenue = Money.ZERO;
    private boolean isLatestIdentified;

    /** Of several files, counts the occurrences within the latest. */
    private @Nullable ContentIdentity within;

    Tally(Path scratch, RowRules rules) {
        this.scratch = scratch;
        this.rules = rules;
        this.identity = LineIdentity.ofContent(TransactionHashing.INSTANCE, scratch, rules.source());
        this.invoices = DistinctTexts.in(scratch);
        this.customers = DistinctTexts.in(scratch);
    }

    @Override
    public LineId identify(RowContent content, long place) {
        LineId id = identity.identify(content, place);
        isLatestIdentified = true;
        if (!isFirst(id)) {
            duplicates++;
            shared++;
        }
        if (within != null && !isFirst(within.identify(content, place))) {
            shared--;
        }
        return id;
    }

    private static boolean isFirst(LineId id) {
        return id.value().endsWith(FIRST_OCCURRENCE);
    }

    /** One of several files begins. */
    void beginFile() {
        endFile();
        within = LineIdentity.ofContent(TransactionHashing.INSTANCE, scratch, null);
    }

    private void endFile() {
        if (within != null) {
            within.close();
        }
    }

    /** Of several files, the lines that say the same as one of an earlier file. */
    long shared() {
        return within == null ? 0 : shared;
    }

    void accept(FeedLine next) {
        TransactionLine line = (TransactionLine) next;
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
        String reason = (first.field() + " " + first.code()).strip();
        boolean isTold = rejected.size() < REASONS || rejected.containsKey(reason);
        rejected.merge(isTold ? reason : OTHER_REASONS, 1L, Long::sum);
    }

    long rejections() {
        return rejections;
    }

    FileStatistics figures(List<String> notes) {
        return new FileStatistics(
                accepted + rejections,
                accepted,
                rejected,
                duplicates,
                invoices.count(),
                customers.count(),
                Money.canonical(revenue),
                digest(),
                notes);
    }

    /** A shop that is added to lines makes them other lines, though it is no part of their ids. */
    private String digest() {
        String lines = givenIds.plus(identity.sum()) + "-" + accepted;
        StoreId store = rules.store();
        return store == null
                ? lines
                : lines + "-" + new Digest128().add(store.value()).finish();
    }

    @Override
    public void close() {
        endFile();
        identity.close();
        invoices.close();
        customers.close();
    }
}
