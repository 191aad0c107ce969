package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.loader.SpareClouds;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.LineContent;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.warehouse.load.FeedTable;
import io.tillstream.warehouse.load.WarehouseLoad;
import io.tillstream.warehouse.schema.Dialect;
import io.tillstream.warehouse.schema.Migrations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** However long the loader was out, and whatever its clock says, nothing that was delivered is passed over. */
class LoaderOutIT {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);
    private static final Feed FEED = new TransactionFeed();
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static LocalCloud cloud;
    private static DriverManagerDataSource database;
    private static S3Client s3;

    private final String bucket = "lake-" + UUID.randomUUID();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private JdbcTemplate warehouse;
    private Instant now = NOON;
    private int delivered;
    private WarehouseJob job;

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
        database = new DriverManagerDataSource(cloud.warehouseUrl().orElseThrow(), "tillstream", "tillstream");
        Migrations.apply(database, Dialect.POSTGRESQL);
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .forcePathStyle(true)
                .build();
    }

    @AfterAll
    static void stopCloud() {
        s3.close();
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void startOnEmptyStores() {
        s3.createBucket(request -> request.bucket(bucket));
        warehouse = new JdbcTemplate(database);
        warehouse.execute("TRUNCATE sales_line, load_history, load_failure, load_mark");
        restart(200);
    }

    @Test
    void loadsWhatIsOldWhereNothingWasLoaded() {
        deliver(Duration.ofHours(3));
        deliver(Duration.ofHours(30));
        deliver(Duration.ofHours(60));
        deliver(Duration.ofDays(10));
        assertThat(job.run().merged()).isEqualTo(4);
    }

    @Test
    void loadsWhatWasDeliveredWhileItWasOut() {
        deliver(Duration.ofHours(60));
        job.run();
        deliver(Duration.ofHours(30));
        deliver(Duration.ofHours(3));
        restart(200);
        assertThat(job.run().merged()).isEqualTo(2);

        deliver(Duration.ZERO);
        deliver(Duration.ofDays(-1));
        now = NOON.plus(Duration.ofDays(2));
        restart(200);
        assertThat(job.run().merged()).isEqualTo(2);
        assertThat(job.run()).isEqualTo(JobReport.NOTHING);
    }

    @Test
    void goesOnWhereItWasCutShort() {
        for (int hours : new int[] {60, 50, 40, 30, 3}) {
            deliver(Duration.ofHours(hours));
        }
        warehouse.execute("ALTER TABLE load_history ADD CONSTRAINT full_disk CHECK (object NOT LIKE '%/line-2')");
        try {
            for (int start = 0; start < 5; start++) {
                restart(1);
                assertThat(catchThrowable(job::run)).isNotNull();
            }
        } finally {
            warehouse.execute("ALTER TABLE load_history DROP CONSTRAINT full_disk");
        }
        restart(1);
        assertThat(job.run().merged()).isEqualTo(3);
    }

    @Test
    void loadsWhatComesUnderAClockThatWasPutBackOrIsAhead() {
        deliver(Duration.ZERO);
        job.run();
        now = NOON.minus(Duration.ofDays(3));
        deliver(Duration.ofDays(3));
        assertThat(job.run().merged()).isEqualTo(1);

        now = NOON.plus(Duration.ofDays(3_650));
        deliver(Duration.ofDays(-3_650));
        assertThat(job.run().merged()).isEqualTo(1);
        now = NOON.plus(Duration.ofHours(1));
        deliver(Duration.ofHours(-1));
        assertThat(job.run().merged()).isEqualTo(1);
        now = NOON.plus(Duration.ofDays(3));
        restart(200);
        deliver(Duration.ofHours(-2));
        assertThat(job.run().merged()).isEqualTo(1);
    }

    @Test
    void loadsWhatComesLateWithTheNextLookForThat() {
        deliver(Duration.ZERO);
        job.run();
        deliver(Duration.ofHours(25));
        now = NOON.plus(Duration.ofMinutes(14));
        assertThat(job.run()).isEqualTo(JobReport.NOTHING);
        now = NOON.plus(Duration.ofMinutes(15));
        assertThat(job.run().merged()).isEqualTo(1);
        assertThat(overdue()).isZero();
    }

    @Test
    void loadsAndTellsWhatComesLaterThanThatWithinADay() {
        deliver(Duration.ZERO);
        job.run();
        deliver(Duration.ofHours(40));
        restart(200);
        now = NOON.plus(Duration.ofHours(23));
        assertThat(job.run()).isEqualTo(JobReport.NOTHING);
        now = NOON.plus(Duration.ofDays(1));
        assertThat(job.run().merged()).isEqualTo(1);
        assertThat(overdue()).isEqualTo(1);
    }

    @Test
    void keepsTheLinesOfTwoShopsThatNumberAlike() {
        deliver(Duration.ofHours(60), line("soho", 1, 0));
        deliver(Duration.ofHours(60), line("york", 2, 0));
        assertThat(job.run().merged()).isEqualTo(2);

        deliver(Duration.ofHours(30), line("york", 9, 1));
        deliver(Duration.ofHours(30), line("soho", 1, 1));
        deliver(Duration.ofHours(3), line("bath", 3, 1));
        deliver(Duration.ofHours(2), line("soho", 8, -1));
        restart(1);
        assertThat(job.run()).isEqualTo(new JobReport(4, 4, 1, 1, 2, 0, 0));
        assertThat(warehouse.queryForList(
                        "SELECT store_id || ' ' || quantity FROM sales_line ORDER BY store_id", String.class))
                .containsExactly("bath 3", "soho 8", "york 2");
        assertThat(warehouse.queryForList("SELECT invoices FROM sales_by_day", Long.class))
                .containsExactly(3L);
    }

    @Test
    void leavesAloneWhatIsNotOfAnHour() {
        s3.putObject(
                request -> request.bucket(bucket).key("firehose/transactions/2026/13/40/99/x"),
                RequestBody.fromString("nonsense"));
        s3.putObject(
                request -> request.bucket(bucket).key("firehose/transactions/readme/a/b/c/x"),
                RequestBody.fromString("nonsense"));
        assertThat(job.run()).isEqualTo(JobReport.NOTHING);
    }

    private double overdue() {
        return registry.get("tillstream.warehouse.overdue").counter().count();
    }

    private static TransactionLine line(String shop, int quantity, int seconds) {
        TransactionLine plain = SampleLines.line("1", "85123A", "1", null, quantity, "2.55");
        LineContent said = plain.content();
        LineContent content = new LineContent(
                said.invoiceNo(),
                said.stockCode(),
                said.description(),
                quantity,
                said.invoiceDate(),
                said.unitPrice(),
                null,
                said.country(),
                new StoreId(shop));
        return new TransactionLine(content, plain.lineId(), plain.receivedAt().plusSeconds(seconds));
    }

    private void deliver(Duration ago) {
        deliver(ago, SampleLines.line("536365", "85123A", "l" + delivered));
    }

    private void deliver(Duration ago, TransactionLine line) {
        byte[] body = TransactionColumns.WAREHOUSE.encode(line);
        String key = "firehose/transactions/" + HOUR.format(NOON.minus(ago)) + "line-" + delivered++;
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(body));
    }

    private void restart(int maxObjects) {
        Clock clock = new MovedClock();
        WarehouseJobProperties settings = new WarehouseJobProperties(
                bucket,
                "firehose/transactions/",
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ofHours(26),
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                maxObjects,
                DataSize.ofMegabytes(512));
        job = new WarehouseJob(
                new DeliveredObjects(s3, bucket, settings.prefix(), FEED.warehouseForm()),
                WarehouseLoad.intoPostgres(FeedTable.of(FEED), database, new S3Contents(s3), (object, lines) -> {}),
                settings,
                new LoadMeters(registry, clock, FEED.name()),
                clock);
    }

    private final class MovedClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
