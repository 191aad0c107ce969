package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.junit.EmbeddedCloud;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.storecalls.StoreUnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Lines that DynamoDB never takes are told from tables that it takes nothing for. */
@EmbeddedCloud
class RefusedLinesIT {

    private static DynamoDbClient client;

    private final String invoiceNo = UUID.randomUUID().toString();
    private final String customer = UUID.randomUUID().toString();

    @BeforeAll
    static void start(DynamoDbClient dynamoDb) {
        client = dynamoDb;
        new InvoiceTables(client).createMissing();
    }

    /** An index's keys have a maximum size, so what can be stored depends on the indexes that a table has. */
    @Test
    void giveBackTheGuiltyOnesAndStoreTheOthers() {
        DynamoDbInvoiceStore store = store(tableWithIndexBy("description", ScalarAttributeType.S));
        List<TransactionLine> lines = new ArrayList<>(lines(60));
        List<TransactionLine> guilty =
                List.of(described(lines.get(13)), described(lines.get(14)), described(lines.get(59)));
        lines.set(13, guilty.get(0));
        lines.set(14, guilty.get(1));
        lines.set(59, guilty.get(2));

        List<RefusedLine> refused = store.add(lines);

        assertThat(refused).extracting(RefusedLine::line).containsExactlyInAnyOrderElementsOf(guilty);
        assertThat(refused).allSatisfy(line -> assertThat(line.reason()).containsIgnoringCase("size"));
        assertThat(Found.lines(store, new InvoiceNumber(invoiceNo))).hasSize(57);
        assertThat(store.customer(new CustomerId(customer)).orElseThrow().netSpend())
                .isEqualTo(new BigDecimal("57.00"));
    }

    @Test
    void doNotComeOfATableWhoseIndexNoLineFits() {
        DynamoDbInvoiceStore store = store(tableWithIndexBy("quantity", ScalarAttributeType.S));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.add(lines(3)))
                .withMessageContaining("keys or indexes");
    }

    @Test
    void doNotComeOfATableWithOtherKeys() {
        client.createTable(table -> table.tableName("other-keys")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                .keySchema(key("id", KeyType.HASH)));
        DynamoDbInvoiceStore store = store("other-keys");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.add(lines(1)));
    }

    @Test
    void doNotComeOfATableThatIsMissing() {
        DynamoDbInvoiceStore store = store("none");
        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> store.add(lines(3)));
    }

    /** DynamoDB's numbers have 38 digits: the largest lines fit, and not what they come to. */
    @Test
    void areThoseWhoseInvoiceComesToMoreThanDynamoDbCanSay() {
        DynamoDbInvoiceStore store = store("Invoices");
        List<TransactionLine> lines = IntStream.range(0, 31)
                .mapToObj(i -> SampleLines.line(
                        invoiceNo, "S", "line-" + i, customer, Long.MAX_VALUE - 2L * i, "99999999999999.9999"))
                .toList();
        TransactionLine other = SampleLines.line(invoiceNo, "S", "other", customer + "-2", 1, "1.00");
        List<TransactionLine> all = new ArrayList<>(lines);
        all.add(other);

        assertThat(store.add(all)).extracting(RefusedLine::line).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(store.customer(new CustomerId(customer + "-2"))).isPresent();
    }

    private static DynamoDbInvoiceStore store(String invoicesTable) {
        return new DynamoDbInvoiceStore(new InvoiceTables(client, invoicesTable, "Customers"), 4);
    }

    private List<TransactionLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SampleLines.line(invoiceNo, "S" + i, "line-" + i, customer, 1, "1.00"))
                .toList();
    }

    private static TransactionLine described(TransactionLine line) {
        LineContent plain = line.content();
        LineContent described = new LineContent(
                plain.invoiceNo(),
                plain.stockCode(),
                "\u20ac".repeat(1_000),
                plain.quantity(),
                plain.invoiceDate(),
                plain.unitPrice(),
                plain.customerId(),
                plain.country(),
                plain.storeId());
        return new TransactionLine(described, line.lineId(), line.receivedAt());
    }

    private static String tableWithIndexBy(String attribute, ScalarAttributeType type) {
        String name = "by-" + attribute;
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute("invoiceNo", ScalarAttributeType.S),
                        attribute("stockCode#lineId", ScalarAttributeType.S),
                        attribute(attribute, type))
                .keySchema(key("invoiceNo", KeyType.HASH), key("stockCode#lineId", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("index")
                        .keySchema(key(attribute, KeyType.HASH))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        return name;
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
