package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.loader.LoaderApplication;
import io.tillstream.loader.SpareClouds;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.FeedLine;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class WarehouseJobIT {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

    private static LocalCloud cloud;

    private final String bucket = "lake-" + UUID.randomUUID();
    private ConfigurableApplicationContext loader;
    private S3Client s3;
    private JdbcTemplate warehouse;

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
    }

    @AfterAll
    static void stopCloud() {
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void startOnEmptyStores() {
        start("0s");
        s3.createBucket(request -> request.bucket(bucket));
        warehouse.execute("TRUNCATE sales_line, shop_event, load_history, load_failure, load_mark");
    }

    @Test
    void loadsWhatWasDeliveredOnceAndLateObjectsToo() {
        deliver(Duration.ZERO, "a", lines(0, 100));
        deliver(Duration.ofHours(20), "late", lines(50, 150));
        JobReport first = job().run();
        assertThat(first).isEqualTo(new JobReport(2, 200, 150, 50, 0, 0, 0));
        deliver(Duration.ZERO, "b", lines(150, 160));
        assertThat(job().run()).isEqualTo(new JobReport(1, 10, 10, 0, 0, 0, 0));
        assertThat(job().run()).isEqualTo(JobReport.NOTHING);

        loader.close();
        start("0s");
        assertThat(job().run()).isEqualTo(JobReport.NOTHING);
        assertThat(warehouse.queryForObject("SELECT count(*) FROM sales_line", Long.class))
                .isEqualTo(160);
    }

    @Test
    void keepsRejectedLinesWithTheirReasons() {
        deliver(Duration.ZERO, "mixed", lines(0, 2) + "{\"invoice_no\":\n");
        assertThat(job().run()).isEqualTo(new JobReport(1, 3, 2, 0, 0, 1, 0));
        String key = s3.listObjectsV2(request -> request.bucket(bucket).prefix("rejected/"))
                .contents()
                .getFirst()
                .key();
        assertThat(key).startsWith("rejected/warehouse-load/dt=");
        assertThat(s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String())
                .contains("not well-formed JSON", "\"line\":3", "eyJpbnZvaWNlX25vIjo=");
    }

    @Test
    void goesOnForEverWithAPause() {
        loader.close();
        start("100ms");
        deliver(Duration.ZERO, "a", lines(0, 10));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(warehouse.queryForObject("SELECT count(*) FROM sales_line", Long.class))
                        .isEqualTo(10));
    }

    @Test
    void loadsWhatIsDeliveredOfEachFeedIntoItsTable() {
        restartWithEvents("0s");
        deliver(Duration.ZERO, "a", lines(0, 10));
        assertThat(job().run()).isEqualTo(new JobReport(1, 10, 10, 0, 0, 0, 0));
        deliver("events", Duration.ZERO, "a", events(0, 30));
        assertThat(job().run()).isEqualTo(new JobReport(1, 30, 30, 0, 0, 0, 0));
        // As rows of the lake are that are given to the warehouse again.
        deliver("events", Duration.ZERO, "b", events(20, 40));
        assertThat(job().run()).isEqualTo(new JobReport(1, 20, 10, 10, 0, 0, 0));
        assertThat(job().run()).isEqualTo(JobReport.NOTHING);
        assertThat(count("shop_event")).isEqualTo(40);
        assertThat(count("sales_line")).isEqualTo(10);
        assertThat(warehouse.queryForList("SELECT source FROM load_mark ORDER BY source", String.class))
                .containsExactly("s3://" + bucket + "/firehose/events/", "s3://" + bucket + "/firehose/transactions/");
    }

    @Test
    void goesOnWithAFeedWhileALoadOfAnotherIsUnderWay() throws SQLException {
        try (Connection other = dataSource().getConnection();
                Statement turn = other.createStatement()) {
            other.setAutoCommit(false);
            turn.execute("LOCK TABLE shop_event_turn");
            restartWithEvents("100ms");
            deliver("events", Duration.ZERO, "a", events(0, 30));
            deliver(Duration.ZERO, "a", lines(0, 10));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(count("sales_line")).isEqualTo(10));
            assertThat(count("shop_event")).isZero();
            other.rollback();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count("shop_event")).isEqualTo(30));
    }

    private void restartWithEvents(String every) {
        loader.close();
        start(every, "--tillstream.feeds=transactions,events");
    }

    private DataSource dataSource() {
        return loader.getBean(DataSource.class);
    }

    private long count(String table) {
        return Objects.requireNonNull(warehouse.queryForObject("SELECT count(*) FROM " + table, Long.class));
    }

    private WarehouseJobs job() {
        return loader.getBean(WarehouseJobs.class);
    }

    private void deliver(Duration ago, String name, String body) {
        deliver("transactions", ago, name, body);
    }

    private void deliver(String feed, Duration ago, String name, String body) {
        s3.putObject(
                request -> request.bucket(bucket)
                        .key("firehose/" + feed + "/"
                                + HOUR.format(Instant.now().minus(ago)) + name),
                RequestBody.fromBytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String lines(int from, int to) {
        return rows(TransactionColumns.WAREHOUSE, from, to, id -> SampleLines.line("536365", "85123A", id));
    }

    private static String events(int from, int to) {
        return rows(EventColumns.WAREHOUSE, from, to, id -> SampleEvents.event("visit-1", id));
    }

    private static String rows(LineForm form, int from, int to, Function<String, FeedLine> line) {
        return IntStream.range(from, to)
                .mapToObj(i -> line.apply("l" + i))
                .map(made -> new String(form.encode(made), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    private void start(String every, String... besides) {
        List<String> settings = new ArrayList<>(List.of(besides));
        settings.addAll(List.of(
                "--spring.cloud.aws.endpoint=" + cloud.endpoint(),
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=local",
                "--spring.cloud.aws.credentials.secret-key=local",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.warehouse.url=" + cloud.warehouseUrl().orElseThrow(),
                "--tillstream.warehouse.password=tillstream",
                "--tillstream.loader.warehouse.bucket=" + bucket,
                "--tillstream.loader.warehouse.every=" + every));
        loader = LoaderApplication.builder().web(WebApplicationType.NONE).run(settings.toArray(String[]::new));
        s3 = loader.getBean(S3Client.class);
        warehouse = new JdbcTemplate(dataSource());
    }

    @AfterEach
    void stop() {
        loader.close();
    }
}
