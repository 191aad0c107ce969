package io.tillstream.loader.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.invoicestore.Customer;
import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.CustomerId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportIT {

    private static final int ROWS = 3_000;

    /** Guests, a return, prices below a cent, a row twice, quotes and a pound sign; three rows are bad. */
    private static final String QUIRKS = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r
            536365,85123A," WHITE HANGING ""HEART"", T-LIGHT ",6,12/1/2010 8:26,2.55,17850,United Kingdom\r
            536365,85123A," WHITE HANGING ""HEART"", T-LIGHT ",6,12/1/2010 8:26,2.55,17850.0,United Kingdom\r
            536366,gift_0001_20,Gift Voucher £20.00,1,12/1/2010 8:28,17.021,,United Kingdom\r
            536367,22633,,six,12/1/2010 8:28,1.85,13047,France\r
            C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,France\r
            536368,22960,JAM,1,13/1/2010 8:34,4.25,13047,France\r
            A563185,B,Adjust bad debt,1,8/12/2011 14:50,-11062.06,,United Kingdom\r
            536369,21756,BLOCK,3,2010-12-01 08:35,5.95,13047\r
            """;

    private static LocalCloud cloud;

    @TempDir
    private Path folder;

    private Stores stores;

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
    }

    @AfterAll
    static void stopCloud() {
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void empty() {
        stores = Stores.on(cloud);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aTargetThatIsNotAskedForNeedsNoSettings() {
        String file = Generated.rows(200, 7, folder.resolve("few.csv")).toString();
        Ran lake = stores.runWithout("tillstream.warehouse.", "--targets", "lake,invoices", file);
        assertThat(lake.exitCode()).as(lake.toString()).isZero();
        assertThat(stores.lake()).hasSize(200);
        Ran warehouse = stores.runWithout("tillstream.warehouse.password", file);
        assertThat(warehouse.exitCode()).as(warehouse.toString()).isEqualTo(3);
        assertThat(warehouse.out())
                .contains(
                        "tillstream.warehouse.password must be set: there is no default password",
                        "The same command continues");
    }

    @Test
    void loadsAFileIntoAllStoresAndAgainDoesNothing() {
        String file = Generated.rows(ROWS, 1, folder.resolve("rows.csv.gz")).toString();
        Ran first = stores.load(file);
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.report().path("outcome").asString()).isEqualTo("LOADED");
        assertThat(first.report().at("/figures/accepted").asLong()).isEqualTo(ROWS);
        assertThat(first.report().at("/warehouse/merged").asLong()).isEqualTo(ROWS);
        assertThat(stores.lake()).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
        assertThat(first.report().at("/figures/revenue").decimalValue())
                .isEqualByComparingTo(stores.figure("SELECT sum(line_total) FROM sales_line"));
        assertThat(first.report().at("/figures/invoices").asString())
                .isEqualTo(stores.figure("SELECT count(DISTINCT invoice_no) FROM sales_line"));
        assertThat(first.report().at("/figures/customers").asString())
                .isEqualTo(stores.figure("SELECT count(DISTINCT customer_id) FROM sales_line"));
        assertManifestNamesAllParts();

        Map<String, String> objects = stores.objects("");
        Ran again = stores.load(file);
        assertThat(again.exitCode()).isZero();
        assertThat(again.report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(again.report().path("figures")).isEqualTo(first.report().path("figures"));
        assertThat(stores.run(List.of(), file).out())
                .contains("nothing to do")
                .contains("3,000 accepted, 0 rejected")
                .contains("3,000 new, 0 already there");
        assertThat(stores.objects("")).isEqualTo(objects);
    }

    @Test
    void readsQuirksAndKeepsBadRowsWithTheirPlaceAndReason() throws IOException {
        Path file = folder.resolve("quirks.csv");
        Files.writeString(file, QUIRKS, Charset.forName("windows-1252"));
        Ran ran = stores.load("--dates", "month-first", "--max-rejected", "3", file.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        JsonNode figures = ran.report().path("figures");
        assertThat(figures.path("rows").asLong()).isEqualTo(8);
        assertThat(figures.path("accepted").asLong()).isEqualTo(5);
        assertThat(figures.path("duplicates").asLong()).isEqualTo(1);
        assertThat(figures.path("revenue").decimalValue()).isEqualByComparingTo("-11041.939");
        assertThat(figures.path("rejected"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"Quantity not_a_whole_number\":1,\"InvoiceDate bad_date\":1,"
                                + "\"wrong_number_of_values\":1}"));
        String key = stores.objects("rejected/import/dt=").keySet().iterator().next();
        List<JsonNode> letters = stores.text(key)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(letters).hasSize(3);
        assertThat(letters.getFirst().path("file").asString()).isEqualTo("quirks.csv");
        assertThat(letters.getFirst().path("line").asLong()).isEqualTo(5);
        assertThat(letters.getFirst().path("row").asLong()).isEqualTo(4);
        assertThat(letters.getFirst().path("reason").asString()).contains("Quantity", "not_a_whole_number");
        assertThat(new String(letters.getFirst().path("bytes").binaryValue(), UTF_8))
                .contains("\"InvoiceNo\":\"536367\"", "\"Quantity\":\"six\"");
        assertThat(stores.lookUps().customer(new CustomerId("17850")))
                .map(Customer::netSpend)
                .hasValue(new BigDecimal("30.60"));
        assertThat(stores.figure("SELECT description FROM sales_line WHERE stock_code = 'gift_0001_20'"))
                .isEqualTo("Gift Voucher £20.00");
    }

    @Test
    void theSameLinesInAnotherFormAreAllThere() {
        stores.load(Generated.rows(ROWS, 1, folder.resolve("rows.csv.gz")).toString());
        Map<String, String> lake = stores.objects("raw/batch/");
        Ran twin =
                stores.load(Generated.rows(ROWS, 1, folder.resolve("rows.xlsx")).toString());
        assertThat(twin.exitCode()).as(twin.toString()).isZero();
        assertThat(twin.report().path("outcome").asString()).isEqualTo("LOADED");
        assertThat(twin.report().at("/warehouse/alreadyThere").asLong()).isEqualTo(ROWS);
        assertThat(twin.report().path("sameAs").asString()).hasSize(32);
        assertThat(stores.objects("raw/batch/")).isEqualTo(lake);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
    }

    @Test
    void bringsWhatATwinLacksFromThePartsOfTheFirst() throws IOException {
        Path first = folder.resolve("first.csv");
        Path other = folder.resolve("other.ndjson");
        Files.writeString(first, """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,A,1,12/1/2010 8:26,2.50,17850,France
                2,B,2,12/2/2010 8:26,1.00,,France
                """);
        Files.writeString(other, """
                {"Invoice":2,"StockCode":"B","Quantity":2.0,"InvoiceDate":"2010-12-02 08:26","Price":1,"Country":"France"}
                {"Invoice":1,"StockCode":"A","Quantity":"1","InvoiceDate":"2010-12-01T08:26:00","Price":2.5,\
                "Customer ID":17850.0,"Country":"France"}
                """);
        assertThat(stores.load("--targets", "lake", first.toString()).exitCode())
                .isZero();
        Ran ran = stores.load("--targets", "lake,warehouse", other.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.report().at("/warehouse/merged").asLong()).isEqualTo(2);
        assertThat(stores.lake()).hasSize(2);
        assertThat(stores.figure("SELECT sum(line_total) FROM sales_line")).isEqualTo("4.5000");
    }

    @Test
    void targetsThatAreAddedGetWhatTheyLackAndNothingElseIsDone() {
        String file = Generated.rows(ROWS, 2, folder.resolve("rows.csv")).toString();
        assertThat(stores.load("--targets", "lake", "--split", "4", file).exitCode())
                .isZero();
        Map<String, String> lake = stores.objects("raw/batch/");
        assertThat(lake.keySet().stream().filter(key -> key.endsWith(".gz"))).hasSize(4);
        assertThat(stores.count(stores.invoices)).isZero();

        assertThat(stores.load("--targets", "lake,invoices,warehouse", file).exitCode())
                .isZero();
        assertThat(stores.objects("raw/batch/")).isEqualTo(lake);
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
    }

    @Test
    void withoutTheLakeNothingStaysInTheBucket() {
        String file = Generated.rows(ROWS, 3, folder.resolve("rows.csv")).toString();
        assertThat(stores.load("--targets", "warehouse", file).exitCode()).isZero();
        assertThat(stores.objects("")).isEmpty();
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
        assertThat(stores.count(stores.invoices)).isZero();

        assertThat(stores.load(file).exitCode()).isZero();
        assertThat(stores.lake()).hasSize(ROWS);
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
    }

    @Test
    void takesWhatWasDroppedUnderLanding() throws IOException {
        assertThat(stores.run(List.of()).out()).contains("nothing to load");
        Path file = Generated.rows(200, 4, folder.resolve("a.csv"));
        stores.drop("landing/2026/a.csv", Files.readAllBytes(file));
        stores.drop("landing/b.csv", "no header of ours\n1\n".getBytes(UTF_8));
        Ran ran = stores.run(List.of());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("a.csv: loaded", "b.csv: line 1: this is no header of rows; it names no header of ours");
        assertThat(stores.lake()).hasSize(200);
        assertThat(stores.run(List.of(), "landing/2026/").out()).contains("nothing to do");
        assertThat(stores.run(List.of(), "s3://" + stores.bucket + "/landing/2026/a.csv")
                        .out())
                .contains("nothing to do");
    }

    @Test
    void givesAHopelessFileUpAndLeavesNothingOfIt() throws IOException {
        StringBuilder rows = new StringBuilder(Files.readString(Generated.rows(2_000, 5, folder.resolve("good.csv"))));
        for (int i = 0; i < 20; i++) {
            rows.append("536367,22633,,six,12/1/2010 8:28,1.85,13047,France\n");
        }
        Path file = Files.writeString(folder.resolve("bad.csv"), rows);
        for (String limit : List.of("19", "0.5%")) {
            Ran ran = stores.load("--max-rejected", limit, file.toString());
            assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(2);
            assertThat(ran.report().path("outcome").asString()).isEqualTo("TOO_MANY_REJECTED");
            assertThat(stores.objects("raw/")).isEmpty();
            assertThat(stores.objects("rejected/import/")).hasSize(1);
            assertThat(stores.count(stores.invoices)).isZero();
        }
        Ran ran = stores.load("--max-rejected", "20", file.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(stores.lake()).hasSize(2_000);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("2000");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "InvoiceNo,StockCode,Colour\n1,2,3\n");
        Ran ran = stores.run(
                List.of(), file.toString(), folder.resolve("none.csv").toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines().filter(line -> !line.isEmpty()))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("rows.csv: line 1: the header lacks"))
                .anySatisfy(line -> assertThat(line).endsWith("none.csv: there is no such file"));
    }

    private void assertManifestNamesAllParts() {
        String manifest = stores.objects("raw/batch/").keySet().stream()
                .filter(key -> key.endsWith("manifest.json"))
                .findFirst()
                .orElseThrow();
        JsonNode entries = JsonMapper.shared().readTree(stores.text(manifest)).path("entries");
        assertThat(entries.size()).isEqualTo(stores.objects("raw/batch/").size() - 1);
        long rows = 0;
        for (JsonNode entry : entries) {
            assertThat(entry.path("url").asString()).startsWith("s3://" + stores.bucket + "/raw/batch/load=");
            assertThat(entry.path("mandatory").asBoolean()).isTrue();
            assertThat(entry.at("/meta/content_length").asLong()).isPositive();
            rows += entry.path("rows").asLong();
        }
        assertThat(rows).isEqualTo(ROWS);
    }
}
