package io.tillstream.query.lookups;

import io.tillstream.invoicestore.Customer;
import io.tillstream.invoicestore.FoundInvoice;
import io.tillstream.invoicestore.InvoicePage;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.invoicestore.LineSelection;
import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.invoicestore.TotalsByShop;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.query.deadline.AsOf;
import io.tillstream.query.deadline.LongReadings;
import io.tillstream.query.deadline.WatchedStore;
import java.util.Optional;

/**
 * Looks up invoices and customers within the deadline of their store. What takes longer to add up, because there is so
 * much of it, goes on in the background, and is answered as of the moment when that began.
 */
public final class Lookups {

    private record NumberTotals(InvoiceNumber invoiceNo) {}

    private record CustomerTotals(CustomerId customerId, ShopFilter shops) {}

    private final InvoiceReader reader;
    private final WatchedStore store;
    private final LongReadings readings;

    Lookups(InvoiceReader reader, WatchedStore store, LongReadings readings) {
        this.reader = reader;
        this.store = store;
        this.readings = readings;
    }

    /** The invoice of a number; totals alone may be as of a moment before. */
    public AsOf<FoundInvoice> invoice(InvoiceNumber invoiceNo, LineSelection selection) {
        FoundInvoice found = store.ask(() -> reader.invoice(invoiceNo, selection));
        if (!(found instanceof FoundInvoice.NotAddedUp)) {
            return AsOf.now(found);
        }
        AsOf<TotalsByShop> totals =
                readings.answer(new NumberTotals(invoiceNo), progress -> reader.addUp(invoiceNo, progress::run));
        return totals.map(known -> store.ask(() -> reader.invoice(invoiceNo, selection, known)));
    }

    /** What the customer's invoices with those shops add up to, or nothing when there are none. */
    public AsOf<Optional<Customer>> customer(CustomerId customerId, ShopFilter shops) {
        return readings.answer(
                new CustomerTotals(customerId, shops), progress -> reader.customer(customerId, shops, progress::run));
    }

    /** The customer's invoices that are wanted, newest first, or nothing when there are none at all. */
    public AsOf<Optional<InvoicePage>> invoices(CustomerId customerId, InvoiceSelection selection) {
        InvoiceRange range = readings.kept(InvoiceRange.class, kept -> kept.couldHold(customerId, selection))
                .filter(kept -> readings.<Optional<InvoicePage>>kept(kept)
                        .flatMap(AsOf::answer)
                        .filter(page -> InvoiceRange.holds(page, selection))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> InvoiceRange.from(customerId, selection));
        AsOf<Optional<InvoicePage>> read =
                readings.answer(range, progress -> reader.invoices(customerId, range.selection(), progress::run));
        return read.map(page -> page.map(some -> InvoiceRange.pageOf(some, selection)));
    }

    /** For a reading that is kept. */
    static int rowsOf(Object answer) {
        return answer instanceof Optional<?> page && page.orElse(null) instanceof InvoicePage invoices
                ? invoices.invoices().size()
                : 1;
    }
}
