package io.tillstream.invoicestore;

class InMemoryInvoiceStoreTests implements InvoiceStoreContract {

    private final InMemoryInvoiceStore store = new InMemoryInvoiceStore();

    @Override
    public InvoiceWriter writer() {
        return store;
    }

    @Override
    public InvoiceReader reader() {
        return store;
    }
}
