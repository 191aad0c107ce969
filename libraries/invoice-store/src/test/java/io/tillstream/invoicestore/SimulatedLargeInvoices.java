package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where large invoices are kept; others may come in between, and each call may fail, before and after it is done. */
final class SimulatedLargeInvoices implements LargeInvoices {

    private final Set<ShopInvoice> announced = new HashSet<>();
    private final Map<ShopInvoice, StoredTotals> kept = new HashMap<>();
    private final Runnable fail;

    SimulatedLargeInvoices(Runnable fail) {
        this.fail = fail;
    }

    @Override
    public int fromLines() {
        return 4;
    }

    boolean isKept(ShopInvoice invoice) {
        return kept.containsKey(invoice) && !isOnlyBegun(invoice);
    }

    List<InvoiceTotals> totals() {
        return kept.values().stream().flatMap(all -> all.totals().stream()).toList();
    }

    /** By a worker that died or was outlived, and whose lines nobody has added to since; readers know that it is not kept. */
    private boolean isOnlyBegun(ShopInvoice invoice) {
        return requireNonNull(kept.get(invoice)).totals().isEmpty();
    }

    @Override
    public Set<ShopInvoice> announcedOf(Collection<ShopInvoice> invoices) {
        fail.run();
        Set<ShopInvoice> found = invoices.stream().filter(announced::contains).collect(Collectors.toSet());
        fail.run();
        return found;
    }

    @Override
    public void announce(ShopInvoice invoice) {
        fail.run();
        announced.add(invoice);
        fail.run();
    }

    @Override
    public Optional<String> digestOf(ShopInvoice invoice) {
        fail.run();
        return Optional.ofNullable(kept.get(invoice)).map(StoredTotals::digest);
    }

    @Override
    public SummaryPutResult put(StoredTotals totals, Optional<String> replacedDigest) {
        fail.run();
        Optional<String> there = Optional.ofNullable(kept.get(totals.invoice())).map(StoredTotals::digest);
        if (!there.equals(replacedDigest)) {
            return there.<SummaryPutResult>map(SummaryPutResult.Found::new)
                    .orElseThrow(() -> new AssertionError("Totals were expected where there never were any"));
        }
        assertThat(there).isNotEqualTo(Optional.of(totals.digest()));
        kept.put(totals.invoice(), totals);
        fail.run();
        return new SummaryPutResult.Done();
    }
}
