package io.tillstream.loader.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import io.tillstream.rowfiles.RowFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows are not what they seem, and what is said of them. */
class RowRulesIT {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

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
    void aFileThatWritesTheDayFirstIsRefusedUntilThatIsSaid() throws IOException {
        String file = file("days.csv", row("3/4/2011 8:26") + row("5/4/2011 8:26") + row("13/4/2011 8:26"));
        Ran refused = stores.load(file);
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.report().path("message").asString())
                .contains("written day first: \"13/4/2011 8:26\" in line 4", "--dates day-first");
        assertThat(stores.objects("")).isEmpty();
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("0");

        assertThat(stores.load("--dates", "day-first", file).exitCode()).isZero();
        assertThat(stores.figure("SELECT min(invoice_date) || ' ' || max(invoice_date) FROM sales_line"))
                .isEqualTo("2011-04-03 08:26:00 2011-04-13 08:26:00");
    }

    @Test
    void theOrderOfDatesMayBeASetting() throws IOException {
        String file = file("days.csv", row("13/4/2011 8:26"));
        Ran ran = stores.run(List.of("--tillstream.loader.import.dates=day-first"), file);
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
    }

    @Test
    void aFileThatWritesBothIsRefusedUntilItIsSaidWhichCounts() throws IOException {
        String file = file("both.csv", row("4/13/2011 8:26").repeat(20) + row("13/4/2011 8:26"));
        Ran refused = stores.load(file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.report().path("message").asString()).contains("in line 2", "in line 22");
        Ran told = stores.load("--dates", "month-first", file);
        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(told.report().at("/figures/accepted").asLong()).isEqualTo(20);
    }

    @Test
    void datesThatTellNothingAreReadMonthFirstAndThatIsTold() throws IOException {
        Ran ran = stores.load(file("days.csv", row("3/4/2011 8:26")));
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.report().at("/figures/notes/0").asString())
                .contains("no date shows which number is the month", "--dates day-first");
        assertThat(stores.figure("SELECT max(invoice_date) FROM sales_line")).startsWith("2011-03-04");
    }

    @Test
    void filesOfWhichNoRowIsGoodAreFailuresAndNoTwins() throws IOException {
        for (String name : List.of("a.csv", "b.csv")) {
            Ran ran = stores.load("--max-rejected", "100%", file(name, row("never " + name)));
            assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(2);
            assertThat(ran.report().path("message").asString()).startsWith("none of its rows is valid");
            assertThat(ran.report().has("sameAs")).isFalse();
        }
        Ran empty = stores.load(file("c.csv", ""));
        assertThat(empty.exitCode()).as(empty.toString()).isEqualTo(1);
        assertThat(empty.report().path("message").asString()).startsWith("there is no row in it");
        assertThat(stores.objects("raw/")).isEmpty();
    }

    @Test
    void oneRowInTenMayBeBadUnlessMoreAreAllowed() throws IOException {
        String good = row("2011-04-13 08:26");
        String bad = row("2011-04-33 08:26");
        Ran ran = stores.load(file("tenth.csv", good.repeat(9) + bad));
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        String half = file("ninth.csv", good.repeat(8) + bad);
        Ran given = stores.load(half);
        assertThat(given.exitCode()).as(given.toString()).isEqualTo(2);
        assertThat(given.report().path("message").asString()).contains("than 10%", "--max-rejected");
        assertThat(stores.load("--max-rejected", "12%", half).exitCode()).isZero();
    }

    @Test
    void foreignColumnsAreNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("foreign.csv"),
                "Beleg,Artikel,Menge,Zeit,Preis,Land,Kasse\n1,A,2,13/4/2011 8:26,1.50,Austria,7\n");
        String[] names = {
            "--map=Beleg=InvoiceNo",
            "--map=Artikel=StockCode",
            "--map=Menge=Quantity",
            "--map=Zeit=InvoiceDate",
            "--map=Preis=UnitPrice",
            "--map=Land=Country",
            "--map=Kasse=",
            "--dates=day-first",
            "--report=-",
            file.toString()
        };
        Ran ran = stores.run(List.of(), names);
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(stores.figure("SELECT line_total || ' ' || country FROM sales_line"))
                .isEqualTo("3.0000 Austria");
    }

    @Test
    void ownFieldsGoIntoEveryStoreAsAttributes() throws IOException {
        Path fields = folder.resolve("fields.yml");
        Files.writeString(
                fields,
                "feeds: {transactions: {fields: [{name: channel, type: text},"
                        + " {name: vatRate, type: number, min: 0, max: 100}]}}");
        String own = "--tillstream.fields-file=" + fields;
        Path file = Files.writeString(
                folder.resolve("own.csv"),
                HEADER.replace("\n", ",Channel,vatRate\n")
                        + row("2011-04-13 08:26").replace("\n", ",web,19.5\n")
                        + row("2011-04-13 08:27").replace("\n", ",,\n"));
        Ran refused = stores.load(file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.report().path("message").asString())
                .endsWith("or declare them in fields.yml: - {name: channel, type: text}");

        Ran ran = stores.run(List.of(own), "--report=-", file.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(stores.figure("SELECT count(*) || ' ' || count(attributes) || ' ' || max(attributes ->> 'channel')"
                        + " || ' ' || max(attributes ->> 'vatRate') FROM sales_line"))
                .isEqualTo("2 1 web 19.5");
        assertThat(stores.lake())
                .anySatisfy(line -> assertThat(line).contains("\"attributes\":{\"channel\":\"web\",\"vatRate\":19.5}"));

        String plain = file("plain.csv", row("2011-04-14 08:26"));
        String without = stores.load(plain).report().path("load").asString();
        assertThat(stores.run(List.of(own), "--report=-", plain)
                        .report()
                        .path("load")
                        .asString())
                .isNotEqualTo(without)
                .isNotEmpty();
    }

    @Test
    void wordsForNoValueAreNoCustomers() throws IOException {
        String rows = row("2011-04-13 08:26")
                + row("2011-04-13 08:26").replace("17850", "NULL").replace("LAMP", "nan");
        assertThat(stores.load(file("na.csv", rows)).exitCode()).isZero();
        assertThat(stores.figure("SELECT count(customer_id) || ' ' || count(description) FROM sales_line"))
                .isEqualTo("1 1");
    }

    /** The service keeps the id that the client made of a row, and adds the shop of the client's key. */
    @Test
    void rowsOfAShopHaveTheKeysThatTheyHaveWhenTheyAreSentWithTheKeyOfTheShop() throws IOException {
        String file = file("shop.csv", row("2011-04-13 08:26"));
        TransactionLine streamed = sent(Path.of(file)).inStore(new StoreId("soho"));
        assertThat(stores.load("--store", "soho", file).exitCode()).isZero();
        assertThat(stores.lake()).singleElement().satisfies(json -> {
            Decoded loaded = new LineCodec().decode(json.getBytes(UTF_8));
            assertThat(loaded)
                    .isInstanceOfSatisfying(
                            Decoded.Line.class,
                            line -> assertThat(line.line().key()).isEqualTo(streamed.key()));
        });
        assertThat(stores.figure("SELECT store_id || ' ' || line_id FROM sales_line"))
                .isEqualTo("soho " + streamed.lineId());
    }

    /** As the client makes it of the row. */
    private static TransactionLine sent(Path file) throws IOException {
        List<TransactionLine> lines = new ArrayList<>();
        RowValidator validator = new TransactionValidator(RowSettings.USUAL);
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        try (RowFile opened = RowFile.open(file)) {
            opened.read(row -> validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH)
                            instanceof RowResult.Accepted accepted
                    && lines.add((TransactionLine) accepted.line()));
        }
        return lines.getFirst();
    }

    private String file(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows).toString();
    }

    private static String row(String date) {
        return "536365,85123A,LAMP,6," + date + ",2.55,17850,France\n";
    }
}
