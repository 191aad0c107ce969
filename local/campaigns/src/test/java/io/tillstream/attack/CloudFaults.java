package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Every store answers every kind of error for a while; at any time each store another kind. */
final class CloudFaults {

    private static final List<String> SERVICES = List.of("kinesis", "firehose", "dynamodb", "s3");
    private static final List<String> KINDS =
            List.of("THROTTLING", "ERRORS", "UNAVAILABLE", "LATENCY", "DROPPED", "PARTIAL");
    private static final Duration LASTING = Duration.ofSeconds(1);

    private final Supplier<Target> target;
    private final Report report;

    CloudFaults(Supplier<Target> target, Report report) {
        this.target = target;
        this.report = report;
    }

    void strikeEach(int rounds) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; round < rounds; round++) {
                for (int turn = 0; turn < KINDS.size(); turn++) {
                    for (int service = 0; service < SERVICES.size(); service++) {
                        strike(http, SERVICES.get(service), KINDS.get((turn + service) % KINDS.size()));
                    }
                    Waiting.pass(LASTING);
                }
            }
        }
    }

    private void strike(HttpClient http, String service, String kind) throws IOException, InterruptedException {
        String delay = kind.equals("LATENCY") ? ",\"delay\":\"PT1S\"" : "";
        String fault = "{\"kind\":\"%s\",\"rate\":0.7,\"lasting\":\"%s\"%s}".formatted(kind, LASTING, delay);
        URI address = target.get().cloud().resolve("/_local/faults/" + service);
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        report.count("faults", service + " " + kind + " " + status);
    }
}
