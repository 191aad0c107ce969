package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Optional;

/** Where the purchase of one customer under one number is stored. */
record CustomerPlace(InvoiceNumber invoiceNo, CustomerId customer, KnownInvoice invoice, SummaryStore store)
        implements SummaryPlace<Purchase> {

    @Override
    public Optional<Purchase> known() {
        return invoice.purchaseOf(customer);
    }

    @Override
    public Optional<String> digest() {
        return invoice.digestOf(customer);
    }

    @Override
    public SummaryPutResult put(Purchase purchase, Optional<String> replacedDigest) {
        return store.put(purchase, replacedDigest);
    }

    @Override
    public void isThere(Purchase purchase) {
        invoice.summarised(purchase);
    }

    @Override
    public void readBack() {
        invoice.readBack(invoiceNo, store);
    }
}
