package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings an invoice's summaries up to date, for the customers whose lines have been stored. */
final class SummaryUpdate {

    private static final int MAX_ROUNDS = 100;

    /** A summary in place of that with the given digest, or of none. */
    record Replacement(SummaryUpdate update, Purchase purchase, Optional<String> replacedDigest) {

        void isDone() {
            update.invoice.summarised(purchase);
        }
    }

    private final InvoiceNumber invoiceNo;
    private final Set<CustomerId> customers;
    private final SummaryStore store;
    private final Consumer<KnownInvoice> remember;
    private final Map<CustomerId, String> refused = new HashMap<>();
    private final KnownInvoice invoice;

    SummaryUpdate(
            InvoiceNumber invoiceNo,
            Set<CustomerId> customers,
            KnownInvoice invoice,
            SummaryStore store,
            Consumer<KnownInvoice> remember) {
        this.invoiceNo = invoiceNo;
        this.customers = customers;
        this.invoice = invoice;
        this.store = store;
        this.remember = remember;
    }

    /** What to put first; it is done unless another writer has come in between, and may be left out. */
    Stream<Replacement> replacements() {
        return customers.stream()
                .flatMap(customer -> invoice
                        .purchaseOf(customer)
                        .filter(purchase -> !isThere(purchase, invoice.digestOf(customer)))
                        .map(purchase -> new Replacement(this, purchase, invoice.digestOf(customer)))
                        .stream());
    }

    /**
     * Does what is left to do.
     *
     * @return the customers whose summary can never be stored, with the reason
     */
    Map<CustomerId, String> finish() {
        customers.forEach(this::summarise);
        remember.accept(invoice);
        return refused;
    }

    private void summarise(CustomerId customer) {
        Optional<String> there = invoice.digestOf(customer);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            // None when the lines have since been replaced by lines of another customer.
            Optional<Purchase> purchase = invoice.purchaseOf(customer);
            if (purchase.isEmpty() || isUpToDate(purchase.get(), there)) {
                return;
            }
            switch (store.put(purchase.get(), there)) {
                case Summarised.Done done -> {
                    invoice.summarised(purchase.get());
                    return;
                }
                case Summarised.Refused refusal -> {
                    refused.put(customer, refusal.reason());
                    return;
                }
                case Summarised.Found found -> there = Optional.of(found.digest());
            }
            if (!isThere(purchase.get(), there)) {
                // Only what is read after the other summary was seen holds all of its lines.
                invoice.readBack(invoiceNo, store);
            }
        }
        throw new InvoiceStoreUnavailableException("Others keep changing the summary of " + invoiceNo);
    }

    private boolean isUpToDate(Purchase purchase, Optional<String> there) {
        boolean upToDate = isThere(purchase, there);
        if (upToDate) {
            invoice.summarised(purchase);
        }
        return upToDate;
    }

    private static boolean isThere(Purchase purchase, Optional<String> there) {
        return there.filter(purchase.digest()::equals).isPresent();
    }
}
