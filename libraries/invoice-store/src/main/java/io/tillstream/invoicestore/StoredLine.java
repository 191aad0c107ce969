package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineVersion;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line as stored in the table Invoices.
 *
 * @param version its place among all lines of its identity; the first one counts
 * @param former customers of lines that were stored under its key before it, and do not count
 */
record StoredLine(TransactionLine line, String version, Set<String> former) {

    static StoredLine of(TransactionLine line, LineVersion version) {
        return new StoredLine(line, version.toString(), Set.of());
    }

    /** In place of another, whose customer and former customers it remembers, so that their sums can do without. */
    StoredLine inPlaceOf(StoredLine other) {
        Set<String> all = new TreeSet<>(other.former);
        other.line.customerId().map(CustomerId::value).ifPresent(all::add);
        line.customerId().map(CustomerId::value).ifPresent(all::remove);
        return new StoredLine(line, version, all);
    }

    /** Whether it counts and the other does not. A void comes before lines of the time without versions as well. */
    boolean countsBefore(StoredLine other) {
        return line.isVoid() == other.line.isVoid() ? version.compareTo(other.version) < 0 : line.isVoid();
    }

    /** Whether the one that does not count need not be kept: both say the same, or one of them voids the other. */
    boolean agreesWith(StoredLine other) {
        return line.isVoid() || other.line.isVoid() || line.content().equals(other.line.content());
    }

    /** Shows the line's identity, and no customer data. */
    @Override
    public String toString() {
        return "StoredLine[" + line + "]";
    }
}
