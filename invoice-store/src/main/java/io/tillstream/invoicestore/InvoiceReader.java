package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.List;
import java.util.Optional;

/** Looks up invoices and customers. */
public interface InvoiceReader {

    /**
     * The invoices of that number with all lines stored so far: one for each shop that has one, and first that of the
     * lines without a shop.
     */
    List<Invoice> invoices(InvoiceNumber invoiceNo);

    /** What the customer's invoices with those shops add up to, or nothing when there are none. */
    Optional<Customer> customer(CustomerId customerId, ShopFilter shops);

    /**
     * Those of the customer's invoices that are wanted, newest first, or nothing when the customer has none at all with
     * the shops that are.
     */
    Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection);

    /** What all of the customer's invoices add up to, or nothing when there are none. */
    default Optional<Customer> customer(CustomerId customerId) {
        return customer(customerId, ShopFilter.ALL);
    }
}
