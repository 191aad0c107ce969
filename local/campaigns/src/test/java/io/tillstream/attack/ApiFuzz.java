package io.tillstream.attack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of a service's own OpenAPI document, with hostile parameters, headers and bodies. */
final class ApiFuzz {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DOCUMENT = "GET /v3/api-docs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> FORMS = List.of(
            "application/json", "application/x-ndjson", "text/csv", "text/html", "", "application/json;charset=x");
    private static final List<String> ACCEPTED =
            List.of("*/*", "application/json", "text/csv", "image/png", "\u00ff", "");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "[[[[[[[[",
            "{\"InvoiceNo\":",
            "{\"event_time\":\"2019-10-01 00:00:00 UTC\",",
            "{\"InvoiceNo\":\"\\ud800\"}",
            "InvoiceNo\n\"",
            "\u00ff\u00fe\u0000",
            "{\"a\":" + "[".repeat(2_000),
            "{\"" + "k".repeat(70_000) + "\":1}");

    private final URI server;
    private final Report report;
    private final RandomGenerator random;

    ApiFuzz(URI server, Report report, RandomGenerator random) {
        this.server = server;
        this.report = report;
        this.random = random;
    }

    private record Operation(String method, String path, List<String> parameters) {}

    void run(String service, int requests) throws IOException {
        Judge judge = new Judge("fuzz of " + service, report);
        List<Operation> operations = operations();
        for (int i = 0; i < requests; i++) {
            String request = request(operations.get(i % operations.size()));
            judge.judge(request, RawExchange.send(server, request, PATIENCE));
        }
    }

    private List<Operation> operations() throws IOException {
        RawAnswer answer = RawExchange.send(server, DOCUMENT, PATIENCE);
        String text = answer.body().substring(answer.body().indexOf('{'));
        JsonNode paths = JsonMapper.shared().readTree(unchunked(text)).path("paths");
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                List<String> parameters = new ArrayList<>();
                method.getValue().path("parameters").forEach(parameter -> {
                    if (parameter.path("in").asString().equals("query")) {
                        parameters.add(parameter.path("name").asString());
                    }
                });
                operations.add(new Operation(method.getKey(), path.getKey(), parameters));
            }
        }
        if (operations.isEmpty()) {
            report.complain("fuzz", server + " has no operations in its document");
        }
        return operations;
    }

    private static String unchunked(String text) {
        return text.replaceAll("\r\n[0-9a-fA-F]+\r\n", "").replaceAll("\r\n0?\r?\n?.*$", "");
    }

    private String request(Operation operation) {
        String method = random.nextInt(20) == 0 ? Hostile.any(random, METHODS) : operation.method();
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        String path = placeholder.replaceAll(match -> Matcher.quoteReplacement(Hostile.any(random, Hostile.ENCODED)));
        String body = method.equals("get") ? "" : Hostile.any(random, BODIES);
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path + query(operation)
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Accept: " + Hostile.any(random, ACCEPTED) + "\r\n"
                + header("Content-Type", Hostile.any(random, FORMS))
                + header("Idempotency-Key", random.nextInt(4) == 0 ? Hostile.any(random, Hostile.ENCODED) : "")
                + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder("?");
        int count = random.nextInt(50) == 0 ? 1_200 : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = operation.parameters().isEmpty() || random.nextInt(5) == 0
                    ? "p" + i
                    : Hostile.any(random, operation.parameters());
            // Long values are for short queries: a request line of more than 8 KB is refused as such.
            String value = count > 3 ? "%FF" : Hostile.any(random, Hostile.ENCODED);
            query.append(name).append('=').append(value).append('&');
        }
        return query.substring(0, query.length() - 1);
    }

    private static String header(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value + "\r\n";
    }
}
