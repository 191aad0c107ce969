package io.tillstream.suite.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Sends rows to a running pipeline as a shop would, and looks up the results. */
public final class Demo {

    private static final int ROWS_A_REQUEST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final URI ingest;
    private final URI query;
    private final Consumer<String> out;

    public Demo(URI ingest, URI query, Consumer<String> out) {
        this.ingest = ingest;
        this.query = query;
        this.out = out;
    }

    /** Sends the rows, and shows the last invoice and its customer as soon as they can be looked up. */
    public void run(List<Map<String, Object>> rows) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        int accepted = 0;
        for (List<Map<String, Object>> part :
                rows.stream().gather(Gatherers.windowFixed(ROWS_A_REQUEST)).toList()) {
            accepted += post(part);
        }
        out.accept("Sent %,d rows in %d ms; %,d accepted.".formatted(rows.size(), millisSince(begin), accepted));
        Map<String, Object> last = lastWithCustomer(rows);
        long lines = having("InvoiceNo", last, rows).count();
        show(
                "/invoices/" + last.get("InvoiceNo"),
                invoice -> invoice.path("lineCount").asLong() >= lines);
        long invoices = having("CustomerID", last, rows)
                .map(row -> row.get("InvoiceNo"))
                .distinct()
                .count();
        show(
                "/customers/" + last.get("CustomerID"),
                customer -> customer.path("invoices").asLong() >= invoices);
        out.accept("The last row could be looked up %d ms after the first was sent.".formatted(millisSince(begin)));
    }

    private int post(List<Map<String, Object>> rows) throws IOException, InterruptedException {
        String body = json.writeValueAsString(rows);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(ingest.resolve("/transactions"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "demo-" + Integer.toHexString(body.hashCode()))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("The ingest API answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body()).path("accepted").asInt();
    }

    private void show(String path, Predicate<JsonNode> complete) throws IOException, InterruptedException {
        URI address = query.resolve(path);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && complete.test(json.readTree(answer.body()))) {
                out.accept("\nGET " + address + "\n"
                        + json.writerWithDefaultPrettyPrinter().writeValueAsString(shortened(answer.body())));
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(address + " did not show the rows within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private JsonNode shortened(String body) {
        JsonNode answer = json.readTree(body);
        if (answer.path("lines") instanceof ArrayNode lines) {
            while (lines.size() > 2) {
                lines.remove(lines.size() - 1);
            }
            lines.add("...");
        }
        return answer;
    }

    private static Map<String, Object> lastWithCustomer(List<Map<String, Object>> rows) {
        return rows.reversed().stream()
                .filter(row -> row.containsKey("CustomerID"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Map<String, Object>> having(
            String field, Map<String, Object> like, List<Map<String, Object>> rows) {
        return rows.stream().filter(row -> Objects.equals(row.get(field), like.get(field)));
    }

    private static long millisSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis();
    }
}
