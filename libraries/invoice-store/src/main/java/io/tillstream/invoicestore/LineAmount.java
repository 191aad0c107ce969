package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.Money;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the summary of an invoice needs of a line.
 *
 * @param key what tells it apart from the other lines of the invoice number
 * @param version its place among all lines of its key, of which the first counts; empty for one that is known by what
 * it
 *     says or was stored when versions were not
 * @param former customers of versions that were stored before it, whose sums do without it
 */
record LineAmount(
        InvoiceNumber invoiceNo,
        String key,
        Optional<StoreId> shop,
        Optional<CustomerId> customerId,
        LocalDateTime date,
        BigDecimal amount,
        String country,
        String version,
        Set<CustomerId> former) {

    LineAmount {
        amount = Money.canonical(amount);
    }

    static LineAmount of(StoredLine stored) {
        TransactionLine line = stored.line();
        return new LineAmount(
                line.invoiceNo(),
                LineItems.sortKey(line),
                line.storeId(),
                line.customerId(),
                line.invoiceDate(),
                line.lineTotal(),
                line.country(),
                version(stored.version()),
                stored.former().stream().map(CustomerId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** As of a line that has this version in the table. */
    static String version(String stored) {
        return LineVersion.Rank.NAMED_BY_CONTENT.isOf(stored) ? "" : stored;
    }

    boolean isOf(CustomerId customer) {
        return customerId.filter(customer::equals).isPresent();
    }

    /** The customers whose summaries it bears on: its own, and those who have to do without it. */
    Stream<CustomerId> customers() {
        return Stream.concat(customerId.stream(), former.stream());
    }

    boolean bearsOn(CustomerId customer) {
        return isOf(customer) || former.contains(customer);
    }

    /** It or the other, as of the same key: the one that counts. */
    LineAmount orEarlier(LineAmount other) {
        return other.countsBefore(this) ? other : this;
    }

    private boolean countsBefore(LineAmount other) {
        return isVoid() == other.isVoid() ? version.compareTo(other.version) < 0 : isVoid();
    }

    /** Whether it takes the line of its key back. It bears on former customers only. */
    boolean isVoid() {
        return LineVersion.Rank.VOID.isOf(version);
    }

    /** Of all that the summary of its customer takes from it; the shop is in the key. */
    Digest128.Hash hash(Digest128 digest) {
        return digest.add(key)
                .add(version)
                .add(LineItems.text(date))
                .add(amount.toPlainString())
                .add(country)
                .finish();
    }

    Digest128.Hash hashOfKey(Digest128 digest) {
        return digest.add(key).finish();
    }

    /** Of what the summary of a former customer takes from it: that it is no longer theirs. */
    Digest128.Hash hashOfFormer(Digest128 digest) {
        return digest.add("former").add(key).add(version).finish();
    }
}
