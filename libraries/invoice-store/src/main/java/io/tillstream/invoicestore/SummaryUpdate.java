package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings an invoice's summaries up to date, for the customers whose lines have been stored. */
final class SummaryUpdate {

    /** A summary in place of that with the given digest, or of none. */
    record Replacement(SummaryUpdate update, Purchase purchase, Optional<String> replacedDigest) {

        void isDone() {
            update.invoice.summarised(purchase);
        }
    }

    private final AffectedInvoices touched;
    private final KnownInvoice invoice;
    private final SummaryStore store;
    private final LargeInvoices large;
    private final Consumer<KnownInvoice> remember;

    SummaryUpdate(
            AffectedInvoices touched,
            KnownInvoice invoice,
            SummaryStore store,
            LargeInvoices large,
            Consumer<KnownInvoice> remember) {
        this.touched = touched;
        this.invoice = invoice;
        this.store = store;
        this.large = large;
        this.remember = remember;
    }

    /** The shops' invoices to which lines have been added. */
    Stream<ShopInvoice> invoices() {
        return touched.invoices().stream();
    }

    /** What to put first; it is done unless another writer has come in between, and may be left out. */
    Stream<Replacement> replacements() {
        return touched.customers().stream()
                .flatMap(customer -> invoice
                        .purchaseOf(customer)
                        .filter(purchase -> !invoice.digestOf(customer)
                                .filter(purchase.digest()::equals)
                                .isPresent())
                        .map(purchase -> new Replacement(this, purchase, invoice.digestOf(customer)))
                        .stream());
    }

    /** Does what is left to do, and tells what can never be stored. */
    RefusedSummaries finish(Announced announced) {
        RefusedSummaries refused = new RefusedSummaries(new HashMap<>(), new HashMap<>());
        for (CustomerId customer : touched.customers()) {
            new CustomerPlace(touched.invoiceNo(), customer, invoice, store)
                    .bringUpToDate(touched.invoiceNo())
                    .ifPresent(reason -> refused.customers().put(customer, reason));
        }
        for (ShopInvoice of : touched.invoices()) {
            new TotalsPlace(of, invoice, store, large)
                    .keep(announced.has(of))
                    .ifPresent(reason -> refused.invoices().put(of, reason));
        }
        remember.accept(invoice);
        return refused;
    }
}
