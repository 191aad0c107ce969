package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.loader.SpareClouds;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Whatever Firehose leaves behind, nothing is lost or doubled, and the ledger says what became of it. */
class ReconciliationIT {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

    private static final int ALL_DONE = 0;
    private static final int PARTLY = 1;
    private static final int NOTHING_KEPT = 2;

    private static LocalCloud cloud;
    private static String url;
    private static S3Client s3;
    private static JdbcTemplate warehouse;
    private static Map<String, String> settings;

    private final String bucket = "lake-" + UUID.randomUUID();

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
        url = cloud.warehouseUrl().orElseThrow();
        warehouse = new JdbcTemplate(new DriverManagerDataSource(url, "tillstream", "tillstream"));
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .forcePathStyle(true)
                .build();
        settings = Map.of(
                "spring.cloud.aws.endpoint", cloud.endpoint().toString(),
                "spring.cloud.aws.region.static", "eu-west-1",
                "spring.cloud.aws.credentials.access-key", "local",
                "spring.cloud.aws.credentials.secret-key", "local",
                "spring.cloud.aws.s3.path-style-access-enabled", "true",
                "tillstream.warehouse.url", url,
                "tillstream.warehouse.password", "tillstream");
        settings.forEach(System::setProperty);
    }

    @AfterAll
    static void stopCloud() {
        settings.keySet().forEach(System::clearProperty);
        System.clearProperty("tillstream.loader.warehouse.bucket");
        s3.close();
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void startOnEmptyStores() {
        s3.createBucket(request -> request.bucket(bucket));
        System.setProperty("tillstream.loader.warehouse.bucket", bucket);
        warehouse.execute("DROP SCHEMA public CASCADE");
        warehouse.execute("CREATE SCHEMA public");
    }

    @Test
    void leavesAnObjectThatIsCutOffUntilItIsWhole() {
        byte[] whole = gzip(lines(0, 5_000));
        deliver("cut", Arrays.copyOf(whole, whole.length / 2));
        deliver("good", gzip(lines(5_000, 6_000)));
        assertThat(run()).isEqualTo(PARTLY);
        assertThat(sold()).isEqualTo("1000 of 1000");
        assertThat(history()).containsExactly("good 1000 = 1000 merged + 0 there + 0 rejected");
        assertThat(failures())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("cut tried 1: The object is cut off or damaged");

        assertThat(run()).isEqualTo(PARTLY);
        assertThat(failures()).first().asString().startsWith("cut tried 2");
        deliver("cut", whole);
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(sold()).isEqualTo("6000 of 6000");
        assertThat(failures()).isEmpty();
    }

    @Test
    void loadsWhatStandsBeforeTheCutInPlainText() {
        String whole = lines(0, 100);
        deliver("cut", utf8(whole.substring(0, whole.length() - 40)));
        assertThat(run()).isEqualTo(PARTLY);
        assertThat(history()).containsExactly("cut 100 = 99 merged + 0 there + 1 rejected");
        assertThat(rejected()).contains("not well-formed JSON", "\"line\":100");
        deliver("cut", utf8(whole));
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(history())
                .containsExactly(
                        "cut 100 = 99 merged + 0 there + 1 rejected", "cut 100 = 1 merged + 99 there + 0 rejected");
        assertThat(sold()).isEqualTo("100 of 100");
    }

    @Test
    void countsWhatComesAgainAsThere() {
        deliver("a-first", gzip(lines(0, 100)));
        assertThat(run()).isEqualTo(ALL_DONE);
        deliver("b-copy", gzip(lines(0, 100)));
        deliver("c-again", utf8(lines(50, 150) + lines(140, 160)));
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(history())
                .containsExactly(
                        "a-first 100 = 100 merged + 0 there + 0 rejected",
                        "b-copy 100 = 0 merged + 100 there + 0 rejected",
                        "c-again 120 = 60 merged + 60 there + 0 rejected");
        assertThat(sold()).isEqualTo("160 of 160");
    }

    @Test
    void keepsWhatDoesNotFitWithItsReasonAndLoadsTheRest() {
        String good = lines(0, 1);
        String tooLong = lines(1, 2).replace("WHITE", "W".repeat(1_001));
        String tooMuch = lines(2, 3).replace("\"quantity\":6", "\"quantity\":9223372036854775808");
        deliver("mixed", gzip("nonsense\n" + tooLong + good + tooMuch));
        deliver("other", gzip(lines(3, 10)));
        assertThat(run()).isEqualTo(PARTLY);
        assertThat(history())
                .containsExactly(
                        "mixed 4 = 1 merged + 0 there + 3 rejected", "other 7 = 7 merged + 0 there + 0 rejected");
        assertThat(rejected().lines())
                .hasSize(3)
                .allMatch(
                        letter -> letter.contains("s3://" + bucket + "/firehose/") && letter.contains("\"reason\":\""));
        assertThat(sold()).isEqualTo("8 of 8");
    }

    @Test
    void entersAnEmptyObjectAndOneThatIsLate() {
        deliver("empty", new byte[0]);
        deliver("empty-gzip", gzip(""));
        assertThat(run()).isEqualTo(ALL_DONE);
        deliver(Duration.ofHours(25), "late", gzip(lines(0, 10)));
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(history())
                .containsExactly(
                        "empty 0 = 0 merged + 0 there + 0 rejected",
                        "empty-gzip 0 = 0 merged + 0 there + 0 rejected",
                        "late 10 = 10 merged + 0 there + 0 rejected");
    }

    @Test
    void keepsNothingOfALoadWhoseConnectionBreaks() throws SQLException {
        assertThat(run()).isEqualTo(ALL_DONE);
        deliver("a", gzip(lines(0, 1_000)));
        try (Connection other = connect();
                Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLE sales_line IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Integer> exit = runBeside();
            await().atMost(Duration.ofSeconds(60)).until(() -> areWaiting(1, "COPY sales_line%"));
            warehouse.queryForList("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE query LIKE 'COPY sales_line%' AND pid <> pg_backend_pid()");
            assertThat(exit.join()).isEqualTo(NOTHING_KEPT);
        }
        assertThat(sold()).isEqualTo("0 of 0");
        assertThat(history()).isEmpty();
        assertThat(run()).isEqualTo(ALL_DONE);
        assertThat(sold()).isEqualTo("1000 of 1000");
    }

    @Test
    void loadsOnceWhenTwoRunAtTheSameTime() throws SQLException {
        assertThat(run()).isEqualTo(ALL_DONE);
        deliver("a", gzip(lines(0, 1_000)));
        deliver("b", gzip(lines(500, 1_500)));
        CompletableFuture<Integer> first;
        CompletableFuture<Integer> second;
        try (Connection other = connect();
                Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLE load_turn");
            // One after the other: Spring Boot cannot set up the logging of two applications of one JVM at once.
            first = runBeside();
            await().atMost(Duration.ofSeconds(60)).until(() -> areWaiting(1, "LOCK TABLE load_turn"));
            second = runBeside();
            await().atMost(Duration.ofSeconds(60)).until(() -> areWaiting(2, "LOCK TABLE load_turn"));
        }
        assertThat(List.of(first.join(), second.join())).containsOnly(ALL_DONE);
        assertThat(sold()).isEqualTo("1500 of 1500");
        assertThat(history()).hasSize(2);
    }

    private static int run() {
        return new CommandLine(new WarehouseCommand()).execute();
    }

    /** On a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Integer> runBeside() {
        return CompletableFuture.supplyAsync(
                ReconciliationIT::run, task -> Thread.ofPlatform().start(task));
    }

    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, "tillstream", "tillstream");
        connection.setAutoCommit(false);
        return connection;
    }

    private static boolean areWaiting(int count, String query) {
        return warehouse
                        .queryForList(
                                "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?", query)
                        .size()
                == count;
    }

    private static String sold() {
        return warehouse
                .queryForList("SELECT count(DISTINCT line_id) || ' of ' || count(*) FROM sales_line", String.class)
                .getFirst();
    }

    private static List<String> history() {
        return warehouse.queryForList("""
            SELECT regexp_replace(object, '.*/', '') || ' ' || rows || ' = ' || merged || ' merged + '
                   || already_there || ' there + ' || rejected || ' rejected'
            FROM load_history ORDER BY loaded_at, object\
            """, String.class);
    }

    private static List<String> failures() {
        return warehouse.queryForList("""
            SELECT regexp_replace(object, '.*/', '') || ' tried ' || attempts || ': ' || reason
            FROM load_failure ORDER BY object\
            """, String.class);
    }

    private String rejected() {
        return s3.listObjectsV2(request -> request.bucket(bucket).prefix("rejected/")).contents().stream()
                .map(S3Object::key)
                .map(key -> s3.getObjectAsBytes(
                                request -> request.bucket(bucket).key(key))
                        .asUtf8String())
                .collect(Collectors.joining());
    }

    private void deliver(String name, byte[] body) {
        deliver(Duration.ZERO, name, body);
    }

    private void deliver(Duration ago, String name, byte[] body) {
        String hour = HOUR.format(Instant.now().minus(ago));
        s3.putObject(
                request -> request.bucket(bucket).key("firehose/transactions/" + hour + name),
                RequestBody.fromBytes(body));
    }

    private static String lines(int from, int to) {
        LineForm codec = TransactionColumns.WAREHOUSE;
        return IntStream.range(from, to)
                .mapToObj(i -> SampleLines.line("536365", "85123A", "l" + i))
                .map(line -> new String(codec.encode(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
