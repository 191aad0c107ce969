package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many lines a second the store takes, summaries included, at each of the endpoints that are named, or at an embedded
 * cloud with its files in a folder that is named. They take turns. The first argument is the number of lines.
 */
final class StoreBenchmark {

    private static final int LINES_AN_INVOICE = 21;
    private static final int LINES_A_CALL = 2_000;
    private static final int ROUNDS = 3;

    private StoreBenchmark() {}

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        for (int concurrency : new int[] {1, 4, 8, 16}) {
            for (String place : List.of(args).subList(1, args.length)) {
                if (place.startsWith("http")) {
                    measure(URI.create(place), concurrency, count);
                } else {
                    measureOnDisk(Path.of(place), concurrency, count);
                }
            }
        }
    }

    private static void measureOnDisk(Path parent, int concurrency, int count) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(parent), "store");
        try (LocalCloud cloud = LocalCloud.builder().port(0).data(data).start()) {
            measure(cloud.endpoint(), concurrency, count);
        }
    }

    private static void measure(URI endpoint, int concurrency, int count) {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build()) {
            InvoiceTables tables = new InvoiceTables(client);
            tables.createMissing();
            DynamoDbInvoiceStore store = new DynamoDbInvoiceStore(tables, concurrency);
            for (int round = 0; round < ROUNDS; round++) {
                List<TransactionLine> lines = lines(round, count);
                Instant begin = Instant.now();
                lines.stream().gather(Gatherers.windowFixed(LINES_A_CALL)).forEach(store::add);
                double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
                System.out.printf(
                        "%s, %d calls at once, round %d: %.0f lines/s%n",
                        endpoint, concurrency, round, count / seconds);
            }
        }
    }

    private static List<TransactionLine> lines(int round, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(
                        round + "-" + i / LINES_AN_INVOICE,
                        "S" + i,
                        Integer.toString(i),
                        Integer.toString(i / LINES_AN_INVOICE % 4_000),
                        6,
                        "2.55"))
                .toList();
    }
}
