package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Invoices and customers in DynamoDB.
 *
 * <p>A line is only ever put under its own key, so an invoice's set of lines grows and never shrinks. Its summary is
 * read off the stored lines after they are written, strongly consistently, and put unless one made of more lines is
 * there already. Whoever writes last has seen all lines, so writers may overlap in any way and end up the same.
 */
public final class DynamoDbInvoiceStore implements InvoiceWriter, InvoiceReader {

    private final LineBatches batches;
    private final DynamoDbTable<TransactionLine> lines;
    private final DynamoDbTable<LineAmount> lineAmounts;
    private final DynamoDbTable<Purchase> purchases;
    private final int concurrency;

    /** @param concurrency how many calls one {@code add} may have under way */
    public DynamoDbInvoiceStore(InvoiceTables tables, int concurrency) {
        this.batches = new LineBatches(tables, concurrency);
        this.lines = tables.lines();
        this.lineAmounts = tables.lineAmounts();
        this.purchases = tables.purchases();
        this.concurrency = concurrency;
    }

    @Override
    public void add(Collection<TransactionLine> added) {
        available(() -> {
            batches.put(added);
            return added.stream()
                    .filter(line -> line.customerId().isPresent())
                    .map(TransactionLine::invoiceNo)
                    .distinct()
                    .gather(Gatherers.mapConcurrent(concurrency, this::summarise))
                    .count();
        });
    }

    @Override
    public Optional<Invoice> invoice(InvoiceNumber invoiceNo) {
        return available(() -> Invoice.of(
                lines.query(allOf(invoiceNo.value())).items().stream().toList()));
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId) {
        return available(() -> Customer.of(
                customerId,
                purchases.query(allOf(customerId.value())).items().stream().toList()));
    }

    private InvoiceNumber summarise(InvoiceNumber invoiceNo) {
        List<LineAmount> stored = lineAmounts
                .query(allOf(invoiceNo.value()).toBuilder()
                        .consistentRead(true)
                        .attributesToProject(LineAmountItems.ATTRIBUTES)
                        .build())
                .items()
                .stream()
                .toList();
        Purchase.of(stored).forEach(this::putUnlessSurpassed);
        return invoiceNo;
    }

    private void putUnlessSurpassed(Purchase purchase) {
        Expression notSurpassed = Expression.builder()
                .expression("attribute_not_exists(#n) OR #n <= :n")
                .putExpressionName("#n", PurchaseItems.LINE_COUNT)
                .putExpressionValue(":n", AttributeValue.fromN(Long.toString(purchase.lineCount())))
                .build();
        try {
            purchases.putItem(PutItemEnhancedRequest.builder(Purchase.class)
                    .item(purchase)
                    .conditionExpression(notSurpassed)
                    .build());
        } catch (ConditionalCheckFailedException surpassed) {
            // Another writer has summarised these lines and more.
        }
    }

    private static QueryEnhancedRequest allOf(String partition) {
        return QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(partition).build()))
                .build();
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw passes(failure) ? new InvoiceStoreUnavailableException("DynamoDB did not answer", failure) : failure;
        }
    }

    private static boolean passes(SdkException failure) {
        return switch (failure) {
            case DynamoDbException answered -> answered.isThrottlingException() || answered.statusCode() >= 500;
            case SdkClientException unanswered -> true;
            default -> failure.retryable();
        };
    }
}
