package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps summaries in step with lines, whoever else does so too.
 *
 * <p>A summary is only ever put in place of one whose lines it holds as well: this process remembers them, or reads
 * the invoice back after it has seen the other. So what a summary has counted is never lost from it, and each writer's
 * lines are in it when the writer is done.
 */
final class Summaries {

    private static final int MAX_ROUNDS = 100;

    private final SummaryStore store;
    private final KnownInvoices known;

    Summaries(SummaryStore store, int rememberLines) {
        this.store = store;
        this.known = new KnownInvoices(rememberLines);
    }

    /**
     * Brings the summaries of an invoice up to date with lines that have just been stored.
     *
     * @return the customers whose summary can never be stored, with the reason
     */
    Map<CustomerId, String> update(InvoiceNumber invoiceNo, Collection<LineAmount> added) {
        Update update = new Update(invoiceNo, known.get(invoiceNo).with(added));
        customersOf(added).forEach(update::summarise);
        known.put(invoiceNo, update.invoice);
        return update.refused;
    }

    private static Set<CustomerId> customersOf(Collection<LineAmount> lines) {
        return lines.stream()
                .flatMap(line -> line.customerId().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private final class Update {
        private final InvoiceNumber invoiceNo;
        private final Map<CustomerId, String> refused = new HashMap<>();
        private KnownInvoice invoice;

        private Update(InvoiceNumber invoiceNo, KnownInvoice invoice) {
            this.invoiceNo = invoiceNo;
            this.invoice = invoice;
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
                        invoice = invoice.summarised(purchase.get());
                        return;
                    }
                    case Summarised.Refused refusal -> {
                        refused.put(customer, refusal.reason());
                        return;
                    }
                    case Summarised.Found found -> there = Optional.of(found.digest());
                }
                readBackUnlessUpToDate(purchase.get(), there);
            }
            throw new InvoiceStoreUnavailableException("Others keep changing the summary of " + invoiceNo);
        }

        private boolean isUpToDate(Purchase purchase, Optional<String> there) {
            boolean upToDate = there.filter(purchase.digest()::equals).isPresent();
            if (upToDate) {
                invoice = invoice.summarised(purchase);
            }
            return upToDate;
        }

        /** Only what is read after the summary was seen holds all of its lines. */
        private void readBackUnlessUpToDate(Purchase purchase, Optional<String> there) {
            if (there.filter(purchase.digest()::equals).isEmpty()) {
                invoice = invoice.readBack(store.linesOf(invoiceNo));
            }
        }
    }
}
