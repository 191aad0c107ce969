package io.tillstream.loader.importing;

import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.loader.ledger.ClaimLease;
import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.sessionstore.DynamoDbSessionStore;
import io.tillstream.sessionstore.SessionTables;
import io.tillstream.storecalls.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bucket, tables and a warehouse, all empty, and the command that loads into them. */
final class Stores implements AutoCloseable {

    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    final String bucket = "lake-" + UUID.randomUUID();
    final String invoices = "invoices-" + UUID.randomUUID();
    final String customers = "customers-" + UUID.randomUUID();
    final String sessions = "sessions-" + UUID.randomUUID();
    final String loads = "loads-" + UUID.randomUUID();
    final S3Client s3;
    final DynamoDbClient dynamoDb;
    final JdbcTemplate warehouse;
    private final LocalCloud cloud;

    private Stores(LocalCloud cloud) {
        this.cloud = cloud;
        this.s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
        this.dynamoDb = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
        this.warehouse = new JdbcTemplate(
                new DriverManagerDataSource(cloud.warehouseUrl().orElseThrow(), "tillstream", "tillstream"));
    }

    static Stores on(LocalCloud cloud) {
        Stores stores = new Stores(cloud);
        stores.s3.createBucket(request -> request.bucket(stores.bucket));
        new InvoiceTables(stores.dynamoDb, stores.invoices, stores.customers).createMissing();
        new SessionTables(stores.dynamoDb, stores.sessions).createMissing();
        stores.warehouse.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        return stores;
    }

    /** What the command is told of them. */
    List<String> settings() {
        return List.of(
                "--spring.cloud.aws.endpoint=" + cloud.endpoint(),
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=local",
                "--spring.cloud.aws.credentials.secret-key=local",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.warehouse.url=" + cloud.warehouseUrl().orElseThrow(),
                "--tillstream.warehouse.password=tillstream",
                "--tillstream.loader.warehouse.bucket=" + bucket,
                "--tillstream.loader.import.bucket=" + bucket,
                "--tillstream.loader.import.ledger-table=" + loads,
                "--tillstream.loader.import.invoices-table=" + invoices,
                "--tillstream.loader.import.customers-table=" + customers,
                "--tillstream.loader.import.sessions-table=" + sessions,
                "--tillstream.loader.import.part-size=256KB",
                "--tillstream.loader.import.chunk=500",
                "--tillstream.loader.import.patience=1s",
                "--tillstream.loader.import.lease=10s");
    }

    /** The same, but for these. */
    List<String> settings(List<String> besides) {
        List<String> settings = new ArrayList<>(besides);
        settings().stream()
                .filter(usual -> besides.stream()
                        .noneMatch(other -> other.startsWith(usual.substring(0, usual.indexOf('=') + 1))))
                .forEach(settings::add);
        return settings;
    }

    /** Runs the command, with settings that come before the usual. */
    Ran run(List<String> besides, String... arguments) {
        return execute(settings(besides), arguments);
    }

    private static Ran execute(List<String> settings, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new ImportCommand(settings)
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** Runs it without those of the usual settings whose names begin so. */
    Ran runWithout(String prefix, String... arguments) {
        List<String> settings = settings().stream()
                .filter(setting -> !setting.startsWith("--" + prefix))
                .toList();
        return execute(settings, arguments);
    }

    /** Runs it for a report as JSON. */
    Ran load(String... arguments) {
        return run(
                List.of(),
                Stream.concat(Stream.of("--report", "-"), Stream.of(arguments)).toArray(String[]::new));
    }

    LoadLedger ledger() {
        return new LoadLedger(dynamoDb, loads, ClaimLease.ofThisProcess(Duration.ofSeconds(10)));
    }

    void createLedger() {
        LoadLedger.createMissing(dynamoDb, loads);
    }

    /** How many items a table has. */
    long count(String table) {
        return dynamoDb.scanPaginator(request -> request.tableName(table).select(Select.COUNT)).stream()
                .mapToLong(ScanResponse::count)
                .sum();
    }

    DynamoDbInvoiceStore lookUps() {
        return new DynamoDbInvoiceStore(new InvoiceTables(dynamoDb, invoices, customers), 8);
    }

    DynamoDbSessionStore sessions() {
        return new DynamoDbSessionStore(new SessionTables(dynamoDb, sessions), StoreSettings.upTo(1));
    }

    void drop(String key, byte[] bytes) {
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    /** Keys below, with what tells one object from another that was put in its place. */
    Map<String, String> objects(String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .collect(Collectors.toMap(
                        S3Object::key,
                        object -> object.eTag() + " " + object.lastModified(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** All lines of the parts, in their order. */
    List<String> lake() {
        return objects("raw/batch/").keySet().stream()
                .filter(key -> key.endsWith(".jsonl.gz"))
                .flatMap(this::linesOf)
                .toList();
    }

    String text(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
    }

    /** One figure of the warehouse. */
    String figure(String sql) {
        return String.valueOf(warehouse.queryForObject(sql, Object.class));
    }

    Stream<String> linesOf(String key) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        s3.getObject(request -> request.bucket(bucket).key(key))),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
    }

    /** What came of a run. */
    record Ran(int exitCode, String out, String err) {

        /** The report of the only file. */
        JsonNode report() {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(out)
                    .path("files")
                    .path(0);
        }
    }
}
