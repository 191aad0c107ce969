package io.tillstream.benchmark;

import io.tillstream.ingest.IngestApplication;
import io.tillstream.localcloud.LocalCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints a table: requests and rows a second with durable acknowledgement, beside other ways to take rows on the same
 * server. Client, service and stream share one machine and one JVM; what counts are the ratios of one run.
 *
 * <p>Rows of both feeds are sent, so that the code is as warm for either as it is in production.
 *
 * <p>Arguments: seconds a measurement, and a warm-up before all of them; a regular expression, to measure only the ways
 * whose names it is found in, or nothing; and optionally a folder with the jars of the Kinesis Producer Library.
 *
 * <p>The stream writes hundreds of megabytes, and to write them back keeps the processors from what is measured, up to a
 * third of their time: {@code -Djava.io.tmpdir=/dev/shm} lets them stay in memory. What is compared must be warm, so
 * measure the single rows too: the arrays alone make too few calls for most of the code to be compiled.
 */
public final class IngestBenchmark {

    private static final int SHARDS = 4;
    private static final List<String> FEEDS = List.of("transactions", "events");
    private final URI cloud;
    private final URI service;
    private final Duration length;

    private IngestBenchmark(URI cloud, URI service, Duration length) {
        this.cloud = cloud;
        this.service = service;
        this.length = length;
    }

    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 10);
        Optional<Path> kplJars = args.length > 2 ? Optional.of(Path.of(args[2])) : Optional.empty();
        Path folder = Files.createTempDirectory("ingest-benchmark");
        try (LocalCloud cloud = LocalCloud.builder().port(0).data(folder).start();
                TlsFront front = TlsFront.before(cloud.endpoint());
                ConfigurableApplicationContext service = start(cloud.endpoint(), kplJars, front.port())) {
            URI address =
                    URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
            new IngestBenchmark(cloud.endpoint(), address, length)
                    .run(args.length > 1 ? args[1] : "", kplJars.isPresent());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private void run(String only, boolean withKpl) throws Exception {
        Requests requests = new Requests();
        List<Load> loads = new ArrayList<>(List.of(
                new Load("single rows, PutRecord each", 32, 1, requests.single("/put-record")),
                new Load("single rows", 32, 1, requests.single("/transactions")),
                new Load("single rows", 128, 1, requests.single("/transactions")),
                new Load("arrays of 500, PutRecord a row", 8, 500, requests.json("/put-record", 500)),
                new Load("arrays of 500", 8, 500, requests.json("/transactions", 500)),
                new Load("events in arrays of 500", 8, 500, requests.events("/events", 500)),
                new Load("arrays of 10", 32, 10, requests.json("/transactions", 10)),
                new Load("events in batches of 10", 32, 10, requests.events("/events", 10)),
                new Load("gzip NDJSON of 500", 8, 500, requests.gzipNdjson("/transactions", 500)),
                new Load("arrays of 500, parsed and discarded", 8, 500, requests.json("/discard", 500)),
                new Load("arrays of 500, validated and discarded", 8, 500, requests.json("/validate", 500)),
                new Load("single rows, parsed and discarded", 32, 1, requests.single("/discard"))));
        if (withKpl) {
            loads.add(5, new Load("arrays of 500 by the KPL", 8, 500, requests.json("/kpl", 500)));
            loads.add(3, new Load("single rows by the KPL", 128, 1, requests.single("/kpl")));
        }
        Predicate<String> wanted = Pattern.compile(only).asPredicate();
        loads.removeIf(load -> !wanted.test(load.name()));
        loads.forEach(load -> load.run(service, length));
        System.out.println("| way | connections | requests/s | rows/s | processor µs a row | p50 ms | p99 ms | p99.9 ms"
                + " | payload units per million rows |\n|---|---|---|---|---|---|---|---|---|");
        for (Load load : loads) {
            double before = payloadUnits();
            Load.Outcome outcome = load.run(service, length);
            print(outcome, (payloadUnits() - before) / outcome.latencies().getTotalCount() / load.rowsPerRequest());
        }
    }

    private static void print(Load.Outcome outcome, double unitsPerRow) {
        System.out.printf(
                "| %s | %d | %,.0f | %,.0f | %.2f | %.1f | %.1f | %.1f | %,.0f |%n",
                outcome.load().name(),
                outcome.load().connections(),
                outcome.requestsPerSecond(),
                outcome.rowsPerSecond(),
                outcome.processorMicrosPerRow(),
                outcome.millis(50),
                outcome.millis(99),
                outcome.millis(99.9),
                unitsPerRow * 1e6);
    }

    private double payloadUnits() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            double units = 0;
            String body = http.send(
                            HttpRequest.newBuilder(cloud.resolve("/_local/streams"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode stream : JsonMapper.shared().readTree(body)) {
                units += stream.path("payloadUnits").asDouble();
            }
            return units;
        }
    }

    private static void createStreams(URI cloud) {
        try (KinesisClient kinesis = KinesisClient.builder()
                .endpointOverride(cloud)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            for (String feed : FEEDS) {
                kinesis.createStream(create -> create.streamName(feed).shardCount(SHARDS));
                kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(feed));
            }
        }
    }

    private static ConfigurableApplicationContext start(URI cloud, Optional<Path> kplJars, int tlsPort)
            throws Exception {
        Kpl kpl = kplJars.isPresent() ? Kpl.start(kplJars.get(), tlsPort) : null;
        return IngestApplication.builder()
                .sources(Baselines.class)
                .initializers(context -> {
                    if (kpl != null && context instanceof GenericApplicationContext generic) {
                        generic.registerBean(Kpl.class, () -> kpl);
                    }
                    createStreams(cloud);
                })
                .run(
                        "--server.port=0",
                        "--tillstream.access.mode=open",
                        "--tillstream.feeds=" + String.join(",", FEEDS),
                        "--spring.cloud.aws.endpoint=" + cloud,
                        "--spring.cloud.aws.region.static=eu-west-1",
                        "--spring.cloud.aws.credentials.access-key=any",
                        "--spring.cloud.aws.credentials.secret-key=any");
    }
}
