package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.READ_LINES;
import static io.tillstream.storecalls.StoreActivity.Call.WRITE_SUMMARY;

import io.tillstream.invoicestore.SummaryUpdate.Replacement;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.storecalls.Failures;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.TableFit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Lines and summaries in DynamoDB. */
final class DynamoDbSummaries implements SummaryStore {

    private static final Expression ABSENT = Expression.builder()
            .expression("attribute_not_exists(#k)")
            .putExpressionName("#k", LineItems.CUSTOMER_ID)
            .build();
    private static final Expression WITHOUT_DIGEST = Expression.builder()
            .expression("attribute_not_exists(#d)")
            .putExpressionName("#d", PurchaseItems.DIGEST)
            .build();

    private final String lines;
    private final DynamoDbTable<Purchase> purchases;
    private final DynamoDbClient client;
    private final SummaryStatements statements;
    private final StoreCalls calls;

    DynamoDbSummaries(InvoiceTables tables, StoreCalls calls) {
        this.lines = tables.lines().tableName();
        this.purchases = tables.purchases();
        this.client = tables.dynamoDb();
        this.statements = new SummaryStatements(purchases);
        this.calls = calls;
    }

    /** A page at a time, each tried again for itself: an invoice of very many lines is not begun anew. */
    @Override
    public boolean readLines(InvoiceNumber invoiceNo, Consumer<LineAmount> read) {
        QueryRequest all = QueryRequest.builder()
                .tableName(lines)
                .keyConditionExpression(LineItems.INVOICE_NO + " = :no")
                .expressionAttributeValues(Map.of(":no", AttributeValue.fromS(invoiceNo.value())))
                .projectionExpression(LineAmountItems.PROJECTION)
                .expressionAttributeNames(LineAmountItems.NAMES)
                .consistentRead(true)
                .build();
        QueryResponse page = page(all);
        boolean oldKeys = readPage(page, read);
        while (page.hasLastEvaluatedKey()) {
            Map<String, AttributeValue> last = page.lastEvaluatedKey();
            page = page(all.toBuilder().exclusiveStartKey(last).build());
            oldKeys |= readPage(page, read);
        }
        return oldKeys;
    }

    private static boolean readPage(QueryResponse page, Consumer<LineAmount> read) {
        boolean oldKeys = false;
        for (Map<String, AttributeValue> item : page.items()) {
            LineAmount line = LineAmountItems.lineOf(item);
            oldKeys |= !LineAmountItems.isUnderItsKey(item, line);
            read.accept(line);
        }
        return oldKeys;
    }

    private QueryResponse page(QueryRequest request) {
        return calls.untilAnswered(READ_LINES, () -> client.query(request));
    }

    @Override
    public SummaryPutResult put(Purchase purchase, Optional<String> replacedDigest) {
        PutItemEnhancedRequest<Purchase> put = PutItemEnhancedRequest.builder(Purchase.class)
                .item(purchase)
                .conditionExpression(replacedDigest.map(DynamoDbSummaries::is).orElse(ABSENT))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        try {
            return calls.untilAnswered(WRITE_SUMMARY, () -> put(put));
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            return new SummaryPutResult.Refused(TableFit.faultOfItem(purchases, failure));
        }
    }

    @Override
    public List<Replacement> putAll(List<Replacement> replacements) {
        BatchExecuteStatementRequest request = BatchExecuteStatementRequest.builder()
                .statements(replacements.stream().map(statements::of).toList())
                .build();
        try {
            List<BatchStatementResponse> answers = calls.untilAnswered(
                    WRITE_SUMMARY, () -> client.batchExecuteStatement(request).responses());
            return IntStream.range(0, replacements.size())
                    .filter(i -> answers.get(i).error() == null)
                    .mapToObj(replacements::get)
                    .toList();
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            return List.of();
        }
    }

    private SummaryPutResult put(PutItemEnhancedRequest<Purchase> put) {
        try {
            purchases.putItem(put);
            return new SummaryPutResult.Done();
        } catch (ConditionalCheckFailedException another) {
            return new SummaryPutResult.Found(
                    purchases.tableSchema().mapToItem(another.item()).digest());
        }
    }

    private static Expression is(String digest) {
        return digest.equals(PurchaseItems.NO_DIGEST)
                ? WITHOUT_DIGEST
                : Expression.builder()
                        .expression("#d = :d")
                        .putExpressionName("#d", PurchaseItems.DIGEST)
                        .putExpressionValue(":d", AttributeValue.fromS(digest))
                        .build();
    }
}
