package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Optional;

/** Looks up invoices and customers. */
public interface InvoiceReader {

    /** The invoice with all lines stored so far, or nothing when it has none. */
    Optional<Invoice> invoice(InvoiceNumber invoiceNo);

    /** What the customer's invoices add up to, or nothing when there are none. */
    Optional<Customer> customer(CustomerId customerId);

    /** Those of the customer's invoices that are wanted, newest first, or nothing when the customer has none at all. */
    Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection);
}
