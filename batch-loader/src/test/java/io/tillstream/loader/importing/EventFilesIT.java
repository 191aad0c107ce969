package io.tillstream.loader.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.SessionId;
import io.tillstream.sessionstore.EventSelection;
import io.tillstream.sessionstore.FoundSession;
import io.tillstream.sessionstore.SessionSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of shop events, where these are among the feeds that are run. */
class EventFilesIT {

    private static final List<String> BOTH = List.of("--tillstream.feeds=transactions,events");
    private static final String HEADER =
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n";
    private static final String TRANSACTIONS = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
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
    void becomePartsOfTheirOwnInTheLake() throws IOException {
        Ran ran = load("lake", file("events.csv", HEADER + events("view", 3) + events("purchase", 2)));
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.report().path("figures").toString())
                .contains("\"accepted\":5", "\"sessions\":3", "\"users\":3", "\"revenue\":71.58");
        String prefix = "raw/events-batch/load=" + ran.report().path("load").asString() + "/";
        assertThat(stores.objects("").keySet())
                .containsExactlyInAnyOrder(prefix + "part-00000.jsonl.gz", prefix + "manifest.json");
        assertThat(stores.linesOf(prefix + "part-00000.jsonl.gz"))
                .hasSize(5)
                .first()
                .asString()
                .contains("\"eventType\":\"view\"", "\"productId\":\"44600062\"", "\"sessionId\":\"s-0\"");
    }

    @Test
    void countOnceInWhateverOrderAndSpelling() throws IOException {
        String rows = events("view", 3);
        Ran first = load("lake", file("events.csv", HEADER + rows));
        assertThat(load("lake", file("events.csv", HEADER + rows))
                        .report()
                        .path("outcome")
                        .asString())
                .isEqualTo("NOTHING_TO_DO");
        String turned = rows.lines().sorted((a, b) -> b.compareTo(a)).collect(Collectors.joining("\n"));
        Ran again = load("lake", file("turned.csv", HEADER + turned.replace("00 UTC", "00.000Z")));
        assertThat(again.report().path("sameAs").asString())
                .isEqualTo(first.report().path("load").asString());
    }

    @Test
    void loseTheRowWithinWhichTheyAreCutOff() throws IOException {
        Ran ran = load("lake", "--max-rejected", "1", file("cut.csv", HEADER + events("view", 3) + "2019-10-01 00:0"));
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.report().path("figures").toString())
                .contains("\"accepted\":3", "\"rejected\":{\"wrong_number_of_values\":1}");
        assertThat(stores.objects("rejected/import/").keySet())
                .singleElement()
                .satisfies(key -> assertThat(stores.text(key))
                        .contains("\"line\":5", "wrong_number_of_values: the row has 1 values, the header names 9"));
    }

    @Test
    void areJoinedWithWhatAnotherFileSaysOfProducts() throws IOException {
        String whole = HEADER + events("view", 3);
        String apart =
                whole.replace("category_id,category_code,brand,", "").replace("2103807459595387724,,shiseido,", "");
        String items = file(
                "item.csv", "product_id,category_id,category_code,brand\n44600062,2103807459595387724,,shiseido\n");
        String events = file("events.csv", apart);
        Ran first = load("lake", "--join", items, "--on", "product_id", events);
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(stores.linesOf(stores.objects("raw/events-batch/").keySet().stream()
                        .filter(key -> key.contains("part-"))
                        .findFirst()
                        .orElseThrow()))
                .hasSize(3)
                .allMatch(line -> line.contains("\"categoryId\":\"2103807459595387724\"")
                        && line.contains("\"brand\":\"shiseido\""));
        Ran again = load("lake", "--join", items, "--on", "product_id", events);
        assertThat(again.report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        Ran one = load("lake", file("whole.csv", whole));
        assertThat(one.report().path("sameAs"))
                .as("the same lines")
                .isEqualTo(first.report().path("load"));
    }

    @Test
    void areAnotherLoadWithAnotherFileOfProducts() throws IOException {
        String events = file(
                "events.csv",
                "event_time,event_type,product_id,price,user_id\n2019-10-01 00:00:00 UTC,view,1,2.50,7\n");
        Ran first =
                load("lake", "--join", file("a.csv", "product_id,category_id\n1,11\n"), "--on", "product_id", events);
        Ran other = load(
                "lake", "--join", file("b.csv", "product_id,category_id\n1,12\n1,13\n"), "--on", "product_id", events);
        assertThat(other.exitCode()).as(other.toString()).isZero();
        assertThat(other.report().path("outcome").asString()).isEqualTo("LOADED");
        assertThat(other.report().path("load")).isNotEqualTo(first.report().path("load"));
        assertThat(other.report().path("figures").path("notes").toString())
                .contains("1 rows of b.csv repeat a product_id; the last of each counts");
        Ran refused = load("lake", "--join", "none.csv", "--on", "product_id", events);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("none.csv does not exist");
        assertThat(load("lake", "--join", "a.csv", events).err()).contains("--join needs --on COLUMN");
    }

    @Test
    void goToTheLakeAndToTheWarehouseOnceInWhateverOrderAndSpelling() throws IOException {
        List<String> rows = visits();
        Ran first = loadEverywhere(file("visits.csv", HEADER + String.join("", rows)));
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.report().path("done").toString()).isEqualTo("[\"LAKE\",\"SESSIONS\",\"WAREHOUSE\"]");
        String held = warehouse();
        assertThat(held).startsWith(rows.size() + " rows");
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("0");
        assertThat(stores.count(stores.invoices)).isZero();

        Collections.shuffle(rows, new Random(18));
        List<String> spelled = rows.stream()
                .map(row -> row.replace(" UTC,", ".000Z,").replace(",view,", ",View,"))
                .toList();
        String otherHeader = "EventTime,eventType,Product_ID,categoryId,categoryCode,Brand,Price,userId,sessionId\n";
        Ran again = loadEverywhere(file("again.csv", otherHeader + String.join("", spelled)));
        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.report().path("sameAs").asString())
                .isEqualTo(first.report().path("load").asString());
        assertThat(warehouse()).isEqualTo(held);

        Ran more = loadEverywhere(file("more.csv", otherHeader + String.join("", spelled) + row(999, "purchase", 9)));
        assertThat(more.exitCode()).as(more.toString()).isZero();
        assertThat(stores.figure("SELECT count(*) FROM shop_event")).isEqualTo(Integer.toString(rows.size() + 1));
        assertThat(
                        stores.figure(
                                "SELECT sum(merged) || ' ' || sum(already_there) FROM load_history GROUP BY load_id ORDER BY max(loaded_at) DESC LIMIT 1"))
                .isEqualTo("1 " + rows.size());
    }

    @Test
    void areBroughtToTheWarehouseByALaterRun() throws IOException {
        String visits = file("visits.csv", HEADER + events("view", 4));
        assertThat(load("lake", visits).exitCode()).isZero();
        Ran later = loadEverywhere(visits);
        assertThat(later.exitCode()).as(later.toString()).isZero();
        assertThat(stores.objects("raw/events-batch/")).hasSize(2);
        assertThat(stores.figure("SELECT count(*) FROM shop_event")).isEqualTo("4");
    }

    @Test
    void leaveTransactionsWhereTheyWere() throws IOException {
        Ran both = load("lake,invoices", "--files", "separately", file("a.csv", TRANSACTIONS));
        assertThat(both.exitCode()).as(both.toString()).isZero();
        assertThat(stores.lake()).hasSize(1);
        Ran alone = stores.load("--targets", "lake,invoices", file("a.csv", TRANSACTIONS));
        assertThat(alone.report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(alone.report().path("load")).isEqualTo(both.report().path("load"));
    }

    @Test
    void fillTheSessionsOnce() throws IOException {
        String rows = events("view", 3) + events("purchase", 2);
        Ran first = load("lake,sessions", file("events.csv", HEADER + rows));
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.report().path("outcome").asString()).isEqualTo("LOADED");
        FoundSession before = sessionOf("s-1");
        assertThat(((FoundSession.One) before).summary())
                .returns(2L, SessionSummary::events)
                .returns(new BigDecimal("35.79"), SessionSummary::value);
        assertThat(((FoundSession.One) sessionOf("s-2")).events()).hasSize(1);

        Ran other = load("lake,sessions", file("more.csv", HEADER + rows + events("cart", 1)));
        assertThat(other.exitCode()).as(other.toString()).isZero();
        assertThat(sessionOf("s-1")).isEqualTo(before);
        assertThat(((FoundSession.One) sessionOf("s-0")).events()).hasSize(3);
    }

    private FoundSession sessionOf(String id) {
        return stores.sessions().session(new SessionId(id), EventSelection.first());
    }

    @Test
    void goOnlyWhereEventsGo() throws IOException {
        String events = file("events.csv", HEADER + events("view", 1));
        for (String targets : List.of("invoices", "lake,invoices", "lake,invoices,warehouse")) {
            Ran ran = load(targets, events);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.report().path("message").asString())
                    .isEqualTo("its rows are events, which do not go to invoices; give --targets"
                            + " lake,sessions,warehouse");
        }
        assertThat(stores.objects("")).isEmpty();
    }

    @Test
    void areNotLoadedAsOneWithTransactions() throws IOException {
        String events = file("events.csv", HEADER + events("view", 1));
        String lines = file("lines.csv", TRANSACTIONS);
        Ran ran = load("lake", lines, events);
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("its rows are events, those of the first file transactions");
        Ran apart = load("lake", "--files", "separately", lines, events);
        assertThat(apart.exitCode()).as(apart.toString()).isZero();
        assertThat(stores.objects("raw/batch/")).hasSize(2);
        assertThat(stores.objects("raw/events-batch/")).hasSize(2);
    }

    @Test
    void areRefusedWhereTheyAreNotAmongTheFeeds() throws IOException {
        String events = file("events.csv", HEADER + events("view", 1));
        assertThat(stores.load("--targets", "lake", events)
                        .report()
                        .path("message")
                        .asString())
                .contains("the header lacks InvoiceNo");
        assertThat(load("lake", "--feed", "transactions", events)
                        .report()
                        .path("message")
                        .asString())
                .contains("the header lacks InvoiceNo");
        Ran unknown = stores.load("--targets", "lake", "--feed", "events", events);
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.err()).contains("There is no feed \"events\"; there are transactions");
        assertThat(stores.objects("")).isEmpty();
    }

    private Ran load(String targets, String... arguments) {
        return stores.run(
                BOTH,
                Stream.concat(Stream.of("--report", "-", "--targets", targets), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Ran loadEverywhere(String file) {
        return stores.run(BOTH, "--report", "-", file);
    }

    /** How many rows the warehouse has, and what they say. */
    private String warehouse() {
        return stores.figure("""
                SELECT count(*) || ' rows, ' || md5(string_agg(CAST(to_jsonb(shop_event) AS text), ' ' ORDER BY event_id))
                FROM shop_event""");
    }

    /** What visitors did, some of it twice within a second. */
    private static List<String> visits() {
        Random random = new Random(17);
        List<String> types = List.of("view", "view", "view", "cart", "remove_from_cart", "purchase");
        return IntStream.range(0, 3_000)
                .mapToObj(i -> row(random.nextInt(400), types.get(random.nextInt(types.size())), random.nextInt(3)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String row(int second, String type, int visitor) {
        return "2019-10-01 00:%02d:%02d UTC,%s,%d,2103807459595387724,home.kitchen,,%d.50,u%d,s-%d%n"
                .formatted(second / 60, second % 60, type, 44_600_062 + second % 7, second % 7, visitor, visitor);
    }

    private static String events(String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "2019-10-01 00:00:00 UTC," + type + ",44600062,2103807459595387724,,shiseido,35.79,u" + i
                        + ",s-" + i + "\n")
                .collect(Collectors.joining());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8).toString();
    }
}
