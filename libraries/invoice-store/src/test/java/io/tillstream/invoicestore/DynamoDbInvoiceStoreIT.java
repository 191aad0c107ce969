package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static io.tillstream.model.SampleLines.ofShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.CustomerId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.storecalls.StoreSettings;
import io.tillstream.storecalls.StoreUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbInvoiceStoreIT implements InvoiceStoreContract {

    private static LocalCloud cloud;
    private static DynamoDbClient client;
    private static DynamoDbInvoiceStore store;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        client = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(impatient()))
                .build();
        InvoiceTables tables = new InvoiceTables(client);
        tables.createMissing();
        tables.createMissing();
        store = new DynamoDbInvoiceStore(tables, new StoreSettings(2, 8, 1_000, Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() {
        client.close();
        cloud.close();
    }

    /** The SDK's usual attempts at a call, without its pauses, which grow to 20 seconds. */
    private static RetryStrategy impatient() {
        BackoffStrategy pause = BackoffStrategy.fixedDelay(Duration.ofMillis(5));
        return AwsRetryStrategy.legacyRetryStrategy().toBuilder()
                .maxAttempts(9)
                .backoffStrategy(pause)
                .throttlingBackoffStrategy(pause)
                .build();
    }

    @Override
    public InvoiceWriter writer() {
        return store;
    }

    @Override
    public InvoiceReader reader() {
        return store;
    }

    /** Lines that are named by what they say are put unconditionally; others are never handed back. */
    @Test
    void storesEveryLineWhenDynamoDbHandsSomeBack() {
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        List<TransactionLine> lines = lines().stream()
                .map(line ->
                        new TransactionLine(line.content(), identity.identify(line.content(), 0), line.receivedAt()))
                .toList();
        cloud.faults().set("dynamodb", Fault.partial(0.4).on("BatchWriteItem").seeded(7));
        try {
            store.add(lines);
        } finally {
            cloud.faults().lift("dynamodb");
        }
        assertThat(Found.lines(store, lines.getFirst().invoiceNo())).hasSameSizeAs(lines);
        assertThat(store.activity().unprocessed()).isPositive();
    }

    @Test
    void storesEveryLineWhileDynamoDbThrottles() {
        List<TransactionLine> lines = lines();
        cloud.faults().set("dynamodb", Fault.throttling(0.7).seeded(7));
        try {
            store.add(lines);
        } finally {
            cloud.faults().lift("dynamodb");
        }
        assertThat(Found.lines(store, lines.getFirst().invoiceNo())).hasSameSizeAs(lines);
    }

    @Test
    void tellsAnOutageFromAnError() {
        List<TransactionLine> lines = lines();
        cloud.faults().set("dynamodb", Fault.unavailable());
        try {
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.add(lines));
        } finally {
            cloud.faults().lift("dynamodb");
        }
        store.add(lines);
        assertThat(Found.lines(store, lines.getFirst().invoiceNo())).hasSameSizeAs(lines);
    }

    /** As the table holds it that was written when keys did not tell the shop. */
    @Test
    void countsALineOnceThatAlsoLiesUnderTheKeyOfOldTimes() {
        String customer = UUID.randomUUID().toString();
        TransactionLine line = ofShop(line(UUID.randomUUID().toString(), "85123A", "1", customer, 4, "2.50"), "acme");
        store.add(List.of(line));
        Map<String, AttributeValue> item = new HashMap<>(client.query(query -> query.tableName("Invoices")
                        .keyConditionExpression("invoiceNo = :no")
                        .expressionAttributeValues(Map.of(
                                ":no", AttributeValue.fromS(line.invoiceNo().value()))))
                .items()
                .getFirst());
        assertThat(item.put("stockCode#lineId", AttributeValue.fromS("85123A#1")))
                .isEqualTo(AttributeValue.fromS("@acme#85123A#1"));
        client.putItem(put -> put.tableName("Invoices").item(item));

        new DynamoDbInvoiceStore(new InvoiceTables(client), 4)
                .add(List.of(ofShop(line(line.invoiceNo().value(), "B", "2", customer, 1, "1"), "acme")));

        assertThat(Found.lines(store, line.invoiceNo())).hasSize(2);
        assertThat(store.customer(new CustomerId(customer)).orElseThrow().netSpend())
                .isEqualTo(new BigDecimal("11.00"));
    }

    private static List<TransactionLine> lines() {
        String invoiceNo = UUID.randomUUID().toString();
        return IntStream.range(0, 200)
                .mapToObj(i -> line(invoiceNo, "S" + i, Integer.toString(i)))
                .toList();
    }
}
