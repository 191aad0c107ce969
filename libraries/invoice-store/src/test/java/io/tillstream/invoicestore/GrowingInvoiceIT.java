package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.CustomerId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.Names;
import io.tillstream.storecalls.StoreSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What it costs to store an invoice of 1,114 lines that arrives in nearly a hundred pieces. */
class GrowingInvoiceIT {

    private static final int LINES = 1_114;
    private static final int PIECE = 12;
    private static final int PIECES = 93;

    private static LocalCloud cloud;

    private final Meter meter = new Meter();
    private final String customer = UUID.randomUUID().toString();
    private final String invoiceNo = UUID.randomUUID().toString();
    private final List<TransactionLine> lines = lines();
    private DynamoDbClient client;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void connect() {
        client = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(meter))
                .build();
        new InvoiceTables(client).createMissing();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void isNeverReadBackWhileOneProcessWritesIt() {
        add(store(100_000), lines);
        assertThat(meter.calls("Query")).isZero();
        assertThat(meter.units("PutItem")).isEqualTo(PIECES);
        assertComplete();
    }

    @Test
    void isReadBackOnceByAProcessThatGoesOnWithIt() {
        add(store(100_000), lines.subList(0, LINES / 2));
        add(store(100_000), lines.subList(LINES / 3, LINES));
        assertThat(meter.calls("Query")).isEqualTo(1);
        assertThat(meter.units("Query")).isLessThan(60);
        assertComplete();
    }

    @Test
    void isReadBackEachTimeByAProcessThatRemembersNothing() {
        add(store(0), lines);
        assertThat(meter.calls("Query")).isEqualTo(PIECES - 1);
        assertComplete();
    }

    @Test
    void costsOneFailedPutWhenItComesAgainWhole() {
        store(100_000).add(lines);
        store(100_000).add(lines);
        assertThat(meter.calls("PutItem")).isEqualTo(2);
        assertThat(meter.calls("Query")).isZero();
    }

    @Test
    void takesItsPlaceAmongManyThatAreSummarisedTogether() {
        List<TransactionLine> many = IntStream.range(0, 180)
                .mapToObj(i -> line(invoiceNo + "-" + i % 60, "S" + i, Integer.toString(i), customer, 4, "2.50"))
                .toList();
        DynamoDbInvoiceStore store = store(100_000);
        store.add(many.subList(0, 60));
        store.add(many.subList(60, 120));
        // Three calls for sixty lines, and as many for their summaries.
        assertThat(meter.calls("BatchExecuteStatement")).isEqualTo(12);
        assertThat(meter.calls("PutItem")).isZero();

        store(100_000).add(many.subList(120, 180));
        assertThat(store.customer(new CustomerId(customer)).orElseThrow().netSpend())
                .isEqualTo(new BigDecimal("1800.00"));
        assertThat(store.customer(new CustomerId(customer)).orElseThrow().invoices())
                .isEqualTo(60);
    }

    @Test
    void isReadBackWhenItsSummaryWasPutByAProgramThatKeepsNoDigest() {
        store(100_000).add(lines);
        client.updateItem(update -> update.tableName(Names.CUSTOMERS_TABLE)
                .key(Map.of("customerId", AttributeValue.fromS(customer), "invoiceNo", AttributeValue.fromS(invoiceNo)))
                .updateExpression("REMOVE digest SET lineCount = :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("1113"))));
        store(100_000).add(lines.subList(0, 1));
        assertComplete();
    }

    /** As a process has it that has just started. */
    private DynamoDbInvoiceStore store(int rememberLines) {
        return new DynamoDbInvoiceStore(
                new InvoiceTables(client), new StoreSettings(2, 8, rememberLines, Duration.ofSeconds(10)));
    }

    private static void add(DynamoDbInvoiceStore store, List<TransactionLine> added) {
        added.stream().gather(Gatherers.windowFixed(PIECE)).forEach(store::add);
    }

    private void assertComplete() {
        assertThat(store(0).customer(new CustomerId(customer)).orElseThrow().netSpend())
                .isEqualTo(new BigDecimal("11140.00"));
    }

    private List<TransactionLine> lines() {
        return IntStream.range(0, LINES)
                .mapToObj(i -> line(invoiceNo, "S" + i, Integer.toString(i), customer, 4, "2.50"))
                .toList();
    }
}
