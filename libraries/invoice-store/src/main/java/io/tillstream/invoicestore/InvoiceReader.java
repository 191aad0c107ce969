package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Optional;

/** Looks up invoices and customers. */
public interface InvoiceReader {

    /**
     * The invoice of that number with the lines stored so far that are wanted. No more than some thousands of lines are read
     * for it.
     */
    FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection);

    /** The same, where it is known what the invoices of the number come to. */
    FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals);

    /** Adds up the invoices of that number from all of their lines, however long that takes. */
    TotalsByShop addUp(InvoiceNumber invoiceNo, ReadProgress progress);

    /** What the customer's invoices with those shops add up to, or nothing when there are none. */
    Optional<Customer> customer(CustomerId customerId, ShopFilter shops, ReadProgress progress);

    /**
     * Those of the customer's invoices that are wanted, newest first, or nothing when the customer has none at all with
     * the shops that are.
     */
    Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection, ReadProgress progress);

    /** What all of the customer's invoices add up to, or nothing when there are none. */
    default Optional<Customer> customer(CustomerId customerId) {
        return customer(customerId, ShopFilter.ALL, ReadProgress.UNTOLD);
    }
}
