package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.FIND_LARGE;
import static io.tillstream.storecalls.StoreActivity.Call.WRITE_LARGE;
import static java.util.Objects.requireNonNull;

import io.tillstream.storecalls.Failures;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.TableFit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The totals of large invoices, in the table Customers. That an invoice is kept is announced by its bucket, one of
 * 1,024 of a single item: so one read of at most 4 KB tells of all invoices of a delivery that nearly all of them are
 * not.
 */
final class DynamoDbLargeInvoices implements LargeInvoices {

    private static final int BUCKETS = 1_024;
    private static final String ANNOUNCED = "announced";

    private final DynamoDbTable<Purchase> table;
    private final DynamoDbClient client;
    private final StoreCalls calls;

    DynamoDbLargeInvoices(InvoiceTables tables, StoreCalls calls) {
        this.table = tables.purchases();
        this.client = tables.dynamoDb();
        this.calls = calls;
    }

    @Override
    public Set<ShopInvoice> announcedOf(Collection<ShopInvoice> invoices) {
        List<String> announced = calls.untilAnswered(FIND_LARGE, () -> get(StoredTotalsItems.ANNOUNCEMENTS, ANNOUNCED))
                .map(AttributeValue::ns)
                .orElse(List.of());
        return announced.isEmpty()
                ? Set.of()
                : invoices.stream()
                        .filter(invoice -> announced.contains(bucketOf(invoice)))
                        .collect(Collectors.toSet());
    }

    @Override
    public void announce(ShopInvoice invoice) {
        calls.untilAnswered(
                WRITE_LARGE,
                () -> client.updateItem(update -> update.tableName(table.tableName())
                        .key(StoredTotalsItems.ANNOUNCEMENTS)
                        .updateExpression("ADD " + ANNOUNCED + " :bucket")
                        .expressionAttributeValues(
                                Map.of(":bucket", AttributeValue.fromNs(List.of(bucketOf(invoice)))))));
    }

    @Override
    public Optional<String> digestOf(ShopInvoice invoice) {
        return calls.untilAnswered(FIND_LARGE, () -> get(StoredTotalsItems.keyOf(invoice), PurchaseItems.DIGEST))
                .map(AttributeValue::s);
    }

    @Override
    public SummaryPutResult put(StoredTotals totals, Optional<String> replacedDigest) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table.tableName())
                .item(StoredTotalsItems.itemOf(totals))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        replacedDigest.ifPresentOrElse(
                digest -> put.conditionExpression(PurchaseItems.DIGEST + " = :digest")
                        .expressionAttributeValues(Map.of(":digest", AttributeValue.fromS(digest))),
                () -> put.conditionExpression("attribute_not_exists(" + PurchaseItems.DIGEST + ")"));
        try {
            return calls.untilAnswered(WRITE_LARGE, () -> put(put.build()));
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            return new SummaryPutResult.Refused(TableFit.faultOfItem(table, failure));
        }
    }

    private SummaryPutResult put(PutItemRequest put) {
        try {
            client.putItem(put);
            return new SummaryPutResult.Done();
        } catch (ConditionalCheckFailedException another) {
            return new SummaryPutResult.Found(
                    requireNonNull(another.item().get(PurchaseItems.DIGEST)).s());
        }
    }

    private Optional<AttributeValue> get(Map<String, AttributeValue> key, String attribute) {
        return Optional.ofNullable(client.getItem(get -> get.tableName(table.tableName())
                        .key(key)
                        .projectionExpression(attribute)
                        .consistentRead(true))
                .item()
                .get(attribute));
    }

    private static String bucketOf(ShopInvoice invoice) {
        return Integer.toString(Math.floorMod(StoredTotalsItems.nameOf(invoice).hashCode(), BUCKETS));
    }
}
