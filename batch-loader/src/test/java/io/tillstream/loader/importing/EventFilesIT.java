package io.tillstream.loader.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void leaveTransactionsWhereTheyWere() throws IOException {
        Ran both = load("lake,invoices", "--files", "separately", file("a.csv", TRANSACTIONS));
        assertThat(both.exitCode()).as(both.toString()).isZero();
        assertThat(stores.lake()).hasSize(1);
        Ran alone = stores.load("--targets", "lake,invoices", file("a.csv", TRANSACTIONS));
        assertThat(alone.report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(alone.report().path("load")).isEqualTo(both.report().path("load"));
    }

    @Test
    void goOnlyWhereEventsGo() throws IOException {
        Ran ran = load("lake,invoices", file("events.csv", HEADER + events("view", 1)));
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.report().path("message").asString())
                .isEqualTo("its rows are events, which do not go to invoices; give --targets lake,warehouse");
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
