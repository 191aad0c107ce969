package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.COMPARE_LINES;
import static io.tillstream.storecalls.StoreActivity.Call.WRITE_LINES;
import static java.util.Objects.requireNonNull;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.storecalls.StoreCalls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The register in the table Invoices, under a number that no invoice can have. */
final class DynamoDbVoids implements VoidRegister {

    /** Where all of them lie. */
    static final String PARTITION = "@voids";

    private static final String LINE = "line";

    private final LineCodec codec = new LineCodec();
    private final String table;
    private final DynamoDbClient client;
    private final StoreCalls calls;

    DynamoDbVoids(InvoiceTables tables, StoreCalls calls) {
        this.table = tables.lines().tableName();
        this.client = tables.dynamoDb();
        this.calls = calls;
    }

    @Override
    public List<TransactionLine> after(long count) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#p = :p AND #n > :n")
                .expressionAttributeNames(Map.of("#p", LineItems.INVOICE_NO, "#n", LineItems.KEY))
                .expressionAttributeValues(
                        Map.of(":p", AttributeValue.fromS(PARTITION), ":n", AttributeValue.fromS(number(count))))
                .build();
        return calls.untilAnswered(
                COMPARE_LINES,
                () -> client.queryPaginator(query).items().stream()
                        .map(this::line)
                        .toList());
    }

    @Override
    public boolean add(TransactionLine voiding, long count) {
        PutItemRequest put = PutItemRequest.builder()
                .tableName(table)
                .item(Map.of(
                        LineItems.INVOICE_NO,
                        AttributeValue.fromS(PARTITION),
                        LineItems.KEY,
                        AttributeValue.fromS(number(count + 1)),
                        LINE,
                        AttributeValue.fromS(new String(codec.encode(voiding), StandardCharsets.UTF_8))))
                .conditionExpression("attribute_not_exists(" + LineItems.INVOICE_NO + ")")
                .build();
        return calls.untilAnswered(WRITE_LINES, () -> isPut(put));
    }

    private boolean isPut(PutItemRequest put) {
        try {
            client.putItem(put);
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    private TransactionLine line(Map<String, AttributeValue> item) {
        byte[] json = requireNonNull(item.get(LINE)).s().getBytes(StandardCharsets.UTF_8);
        return switch (codec.decode(json)) {
            case Decoded.Line decoded -> (TransactionLine) decoded.line();
            case Decoded.Undecodable undecodable ->
                throw new IllegalStateException("Item " + item.get(LineItems.KEY) + " of " + PARTITION + " in " + table
                        + " is no void: " + undecodable.reason());
        };
    }

    /** As texts they sort like numbers. */
    private static String number(long count) {
        return "%019d".formatted(count);
    }
}
