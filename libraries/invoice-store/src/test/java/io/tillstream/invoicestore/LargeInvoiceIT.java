package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static io.tillstream.model.SampleLines.ofShop;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.Names;
import io.tillstream.storecalls.StoreSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An invoice of more lines than one request reads. */
class LargeInvoiceIT {

    private static final int LINES = 5_200;
    private static final LineSelection BY_THOUSANDS = new LineSelection(ShopFilter.ALL, null, null, 1_000);

    private static LocalCloud cloud;
    private static Meter meter;
    private static DynamoDbClient client;

    private final InvoiceNumber number = new InvoiceNumber(UUID.randomUUID().toString());
    private final DynamoDbInvoiceStore store = store();

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        meter = new Meter();
        client = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(meter))
                .build();
        new InvoiceTables(client).createMissing();
    }

    @AfterAll
    static void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void isReadPageByPageWithTotalsThatAreKept() {
        List<TransactionLine> lines = lines(LINES);
        add(lines);
        double before = meter.calls("Query") + meter.calls("GetItem");

        InvoiceLines first = Found.one(store.invoice(number, LineSelection.all()));
        assertThat(first.lines()).hasSize(LineSelection.MOST);
        assertThat(first.next()).isPresent();
        assertThat(first.totals())
                .isEqualTo(new InvoiceTotals(
                        number,
                        null,
                        new CustomerId("17850"),
                        lines.getFirst().invoiceDate(),
                        "United Kingdom",
                        new BigDecimal("10400.00"),
                        LINES));
        assertThat(meter.calls("Query") + meter.calls("GetItem") - before).isLessThan(30);

        assertThat(Found.allLines(store, number, BY_THOUSANDS)).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(Found.allLines(store, number, new LineSelection(ShopFilter.ALL, "S7", null, 20)))
                .hasSize(LINES / 100);
        assertThat(Found.one(store.invoice(number, new LineSelection(ShopFilter.ALL, " ", null, 20)))
                        .lines())
                .isEmpty();
        assertNobodyIsListedWhoIsNoCustomer();

        store().add(List.of(voiding(lines.getFirst()), voiding(lines.getLast())));
        assertThat(Found.one(store.invoice(number, BY_THOUSANDS)).totals().total())
                .isEqualTo(new BigDecimal("10396.00"));
        assertThat(Found.allLines(store, number, BY_THOUSANDS))
                .containsExactlyInAnyOrderElementsOf(lines.subList(1, LINES - 1));
    }

    /** As it was written by a program that keeps no totals. */
    @Test
    void isAddedUpUntilItsNextLineComesWhereItIsNotKept() {
        List<TransactionLine> lines = lines(LINES);
        add(lines);
        client.deleteItem(delete -> delete.tableName(Names.CUSTOMERS_TABLE)
                .key(Map.of(
                        "customerId", AttributeValue.fromS(" invoice " + number.value()),
                        "invoiceNo", AttributeValue.fromS("@"))));
        assertThat(store.invoice(number, BY_THOUSANDS)).isEqualTo(new FoundInvoice.NotAddedUp());

        List<String> pages = new ArrayList<>();
        TotalsByShop totals = store.addUp(number, () -> pages.add("page"));
        assertThat(pages).isNotEmpty();
        InvoiceLines found = Found.one(store.invoice(number, BY_THOUSANDS, totals));
        assertThat(found.totals().total()).isEqualTo(new BigDecimal("10400.00"));
        assertThat(found.lines()).hasSize(1_000);

        store().add(List.of(line(number.value(), "S", "more", "17850", 1, "0.50")));
        assertThat(Found.one(store.invoice(number, BY_THOUSANDS)).totals().total())
                .isEqualTo(new BigDecimal("10400.50"));
    }

    @Test
    void ofOneShopIsToldFromThoseOfOthers() {
        List<TransactionLine> large =
                lines(LINES).stream().map(line -> ofShop(line, "acme")).toList();
        add(large);
        TransactionLine small = ofShop(line(number.value(), "S", "1"), "two words#");
        store.add(List.of(small));

        assertThat(store.invoice(number, BY_THOUSANDS))
                .isEqualTo(new FoundInvoice.Several(List.of("acme", "two words#")));
        assertThat(Found.allLines(store, number, of("acme"))).containsExactlyInAnyOrderElementsOf(large);
        assertThat(Found.allLines(store, number, of("two words#"))).containsExactly(small);
        assertThat(store.invoice(number, of("none"))).isEqualTo(new FoundInvoice.None());
        assertThat(store.invoice(number, new LineSelection(ShopFilter.WITHOUT_SHOP, null, null, 10)))
                .isEqualTo(new FoundInvoice.None());
    }

    /** As the table holds lines that were written when keys did not tell the shop; one of them came again. */
    @Test
    void countsEachLineOnceThatLiesUnderAKeyOfOldTimes() {
        List<TransactionLine> lines =
                lines(LINES).stream().map(line -> ofShop(line, "acme")).toList();
        add(lines.subList(100, LINES));
        lines.subList(0, 150).forEach(this::putUnderOldKey);

        store().add(lines.subList(200, 201));

        assertThat(store.invoice(number, BY_THOUSANDS)).isEqualTo(new FoundInvoice.NotAddedUp());
        TotalsByShop totals = store.addUp(number, ReadProgress.UNTOLD);
        assertThat(totals.oldKeys()).isTrue();
        List<TransactionLine> seen = new ArrayList<>();
        LinePlace after = null;
        do {
            InvoiceLines page =
                    Found.one(store.invoice(number, new LineSelection(ShopFilter.ALL, null, after, 1_000), totals));
            assertThat(page.totals().lineCount()).isEqualTo(LINES);
            assertThat(page.totals().total()).isEqualTo(new BigDecimal("10400.00"));
            seen.addAll(page.lines());
            after = page.next().orElse(null);
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(lines);
        LineSelection article = new LineSelection(ShopFilter.ALL, "S3", null, 1_000);
        assertThat(Found.one(store.invoice(number, article, totals)).lines()).hasSize(LINES / 100);
    }

    private static TransactionLine voiding(TransactionLine line) {
        return TransactionLine.voiding(line.key(), "a wrong row", "anybody", line.receivedAt());
    }

    private void putUnderOldKey(TransactionLine line) {
        Map<String, AttributeValue> item =
                new HashMap<>(LineItems.SCHEMA.itemToMap(new StoredLine(line, LineItems.NO_VERSION, Set.of()), true));
        item.put(
                LineItems.KEY,
                AttributeValue.fromS(
                        line.stockCode().value() + "#" + line.lineId().value()));
        client.putItem(put -> put.tableName(Names.INVOICES_TABLE).item(item));
    }

    private static void assertNobodyIsListedWhoIsNoCustomer() {
        Stream<String> numbers = client.scanPaginator(scan -> scan.tableName(Names.CUSTOMERS_TABLE)).items().stream()
                .filter(item -> !item.containsKey("kind"))
                .map(item -> requireNonNull(item.get("customerId")).s());
        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy(id -> assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId(id)));
    }

    private static LineSelection of(String shop) {
        return new LineSelection(ShopFilter.of(new StoreId(shop)), null, null, 1_000);
    }

    private static DynamoDbInvoiceStore store() {
        return new DynamoDbInvoiceStore(
                new InvoiceTables(client), new StoreSettings(2, 8, 100_000, Duration.ofSeconds(10)));
    }

    private void add(List<TransactionLine> lines) {
        lines.stream().gather(Gatherers.windowFixed(400)).forEach(store::add);
    }

    /** Every second one is a guest's. */
    private List<TransactionLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(
                        number.value(), "S" + i % 100, Integer.toString(i), i % 2 == 0 ? "17850" : null, 1, "2.00"))
                .toList();
    }
}
