package io.tillstream.producer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of another feed than transactions. */
class EventReplayTests {

    private static final String EVENTS = """
            event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
            2019-10-01 00:00:00 UTC,view,1,11,,shiseido,35.79,541312140,s-1
            2019-10-02 23:59:59 UTC,cart,2,12,,,1.5,541312141,s-2
            2019-10-03 00:00:00 UTC,purchase,3,13,,,2.5,541312142,
            """;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer service;

    @TempDir
    private Path folder;

    EventReplayTests() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/base/events", this::accept);
    }

    @BeforeEach
    void start() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void goToTheRouteOfTheirFeed() throws IOException {
        Run run = replay("--feed", "events");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("3 read, 3 sent, 3 accepted, 0 rejected");
        assertThat(String.join("\n", bodies))
                .contains("\"event_type\":\"view\"", "\"user_session\":\"s-2\"", "\"price\":2.50")
                .containsPattern("\"event_id\":\"[0-9a-f]{32}-1\"");
    }

    @Test
    void areSelectedByTheirDay() throws IOException {
        Run run = replay("--feed", "events", "--date", "2019-10-02");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("\"event_type\":\"cart\"")
                .doesNotContain("view", "purch");
    }

    @Test
    void areJoinedWithWhatAnotherFileSaysOfProducts() throws IOException {
        String items = Files.writeString(
                        folder.resolve("item.csv"), "product_id,category_id,brand\n1,11,shiseido\n3,13,\n")
                .toString();
        Run run = replayOf(
                EVENTS.replace("category_id,category_code,brand,", "").replaceAll("(?m)(,\\d),1\\d,,\\w*,", "$1,"),
                "--feed",
                "events",
                "--join",
                items,
                "--on",
                "product_id");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err())
                .contains("1 rows have no match in item.csv by product_id; their category_id, brand stay empty");
        assertThat(String.join("\n", bodies))
                .containsPattern("\"product_id\":\"1\",\"category_id\":\"11\",\"brand\":\"shiseido\"")
                .containsPattern("\"product_id\":\"3\",\"category_id\":\"13\",\"price\"")
                .containsPattern("\"product_id\":\"2\",\"price\"");
        assertThat(replay("--feed", "events", "--on", "product_id").err()).contains("--on needs --join FILE");
    }

    @Test
    void haveToBeAskedFor() throws IOException {
        assertThat(replay().err()).contains("the header lacks InvoiceNo");
        assertThat(replay("--feed", "visits").err())
                .contains("There is no feed \"visits\"; there are events, transactions");
        assertThat(bodies).isEmpty();
    }

    @Test
    void takeTheirOwnFieldsAlong() throws IOException {
        Path fields = folder.resolve("fields.yml");
        Files.writeString(fields, "feeds: {events: {fields: [{name: campaign, type: text}]}}");
        String own = EVENTS.replace("user_session\n", "user_session,campaign\n").replaceAll("(s-.|,)\n", "$1,spring\n");
        Run refused = replayOf(own, "--feed", "events");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("- {name: campaign, type: text}");
        Run run = replayOf(own, "--feed", "events", "--fields", fields);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(String.join("\n", bodies)).contains("\"campaign\":\"spring\"");
        Files.writeString(fields, "feeds: {events: {fields: [{name: Campaign, type: text}]}}");
        assertThat(replayOf(own, "--feed", "events", "--fields", fields).err())
                .contains("fields.yml, line 1: \"Campaign\" is no name of an own field");
    }

    private Run replay(Object... options) throws IOException {
        return replayOf(EVENTS, options);
    }

    private Run replayOf(String rows, Object... options) throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), rows);
        Object[] usual = {
            file,
            "--url",
            "http://localhost:" + service.getAddress().getPort() + "/base/",
            "--state-dir",
            folder.resolve("state"),
            "--concurrency",
            1
        };
        Object[] all = new Object[usual.length + options.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(options, 0, all, usual.length, options.length);
        return Run.replay(all);
    }

    private void accept(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        bodies.add(body);
        int rows = body.split("\"event_time\"", -1).length - 1;
        byte[] answer = ("{\"accepted\":" + rows + ",\"rejected\":0,\"dropped\":0,\"errors\":[]}").getBytes(UTF_8);
        exchange.sendResponseHeaders(202, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
