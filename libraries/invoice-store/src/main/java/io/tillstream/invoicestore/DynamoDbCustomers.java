package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/** Reads customers' invoices in DynamoDB, page by page. */
final class DynamoDbCustomers {

    private final DynamoDbTable<Purchase> purchases;

    DynamoDbCustomers(InvoiceTables tables) {
        this.purchases = tables.purchases();
    }

    Optional<Customer> find(CustomerId customerId, ShopFilter shops, ReadProgress progress) {
        return Customer.of(customerId, invoicesOf(customerId, shops, progress));
    }

    /** The table keeps a customer's invoices by number, so all are read and put in order here. */
    Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection, ReadProgress progress) {
        return InvoicePage.of(invoicesOf(customerId, selection.shops(), progress), selection);
    }

    private Stream<CustomerInvoice> invoicesOf(CustomerId customerId, ShopFilter shops, ReadProgress progress) {
        QueryEnhancedRequest all = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(customerId.value()).build()))
                .build();
        return purchases.query(all).stream()
                .peek(page -> progress.hasReadPage())
                .flatMap(page -> page.items().stream())
                .flatMap(CustomerInvoice::of)
                .filter(invoice -> shops.takes(invoice.shop()));
    }
}
