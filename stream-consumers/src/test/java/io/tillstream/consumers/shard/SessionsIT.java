package io.tillstream.consumers.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.StreamConsumersApplication;
import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.EventType;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.layout.Names;
import io.tillstream.sessionstore.DynamoDbSessionStore;
import io.tillstream.sessionstore.EventSelection;
import io.tillstream.sessionstore.FoundSession;
import io.tillstream.sessionstore.SessionTables;
import io.tillstream.storecalls.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** From the stream of events to sessions that can be looked up. */
class SessionsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private static LocalCloud cloud;
    private static KclClients clients;
    private static S3Client s3;
    private static DynamoDbClient dynamoDb;
    private static DynamoDbSessionStore sessions;

    @BeforeAll
    static void start() {
        cloud = LocalStream.startCloud();
        clients = LocalStream.clients(cloud);
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .forcePathStyle(true)
                .build();
        s3.createBucket(request -> request.bucket(Names.LAKE_BUCKET));
        dynamoDb = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .build();
        new SessionTables(dynamoDb).createMissing();
        sessions = new DynamoDbSessionStore(new SessionTables(dynamoDb), StoreSettings.upTo(1));
        LocalStream.create(clients, "events", 2);
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
        s3.close();
        clients.close();
        cloud.close();
    }

    @Test
    void eventsAreInTheirSessionsWhateverIsDeliveredAgain() {
        List<ShopEvent> events = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> events.add(event("s" + i % 3, "e" + i, i)));
        events.forEach(SessionsIT::put);
        events.reversed().forEach(SessionsIT::put);
        put(SampleEvents.event(null, "of no session"));
        try (ConfigurableApplicationContext service = service();
                ConfigurableApplicationContext another = service()) {
            assertThat(List.of(service, another)).allMatch(ConfigurableApplicationContext::isRunning);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(List.of("s0", "s1", "s2"))
                            .allSatisfy(session ->
                                    assertThat(found(session).events()).hasSize(20)));
            assertThat(found("s1").summary().last()).isEqualTo(Instant.EPOCH.plusSeconds(58));

            ShopEvent otherVersion = event("s1", "e1", 999);
            put(new ShopEvent(
                    otherVersion.content(),
                    otherVersion.lineId(),
                    otherVersion.receivedAt().plusSeconds(1)));
            await().atMost(SOON)
                    .until(() -> s3.listObjectsV2(request ->
                                            request.bucket(Names.LAKE_BUCKET).prefix("rejected/sessions/"))
                                    .keyCount()
                            == 1);
            assertThat(found("s1").summary().last()).isEqualTo(Instant.EPOCH.plusSeconds(58));
            assertThat(clients.dynamoDb().listTables().join().tableNames()).contains("tillstream-sessions");
        }
    }

    @Test
    void sessionsAreFilledFromTheLake() throws IOException {
        List<ShopEvent> events = IntStream.range(0, 5)
                .mapToObj(i -> event("from-lake", "e" + i, i))
                .toList();
        StringBuilder lines = new StringBuilder();
        events.forEach(event ->
                lines.append(new String(EventColumns.WIRE.encode(event), UTF_8)).append('\n'));
        s3.putObject(
                request -> request.bucket(Names.LAKE_BUCKET)
                        .key("raw/events/dt=2026-03-01/hour=12/shardId-000000000000-1.jsonl.gz"),
                RequestBody.fromBytes(gzip(lines.toString())));
        StringWriter out = new StringWriter();
        int code = new ReprocessCommand(settings())
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute("raw", "--all", "--feed", "events", "--targets", "sessions");
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains("5 rows stored");
        assertThat(found("from-lake").events()).isEqualTo(events);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static FoundSession.One found(String session) {
        FoundSession found = sessions.session(new SessionId(session), EventSelection.first());
        assertThat(found).isInstanceOf(FoundSession.One.class);
        return (FoundSession.One) found;
    }

    private static ShopEvent event(String session, String id, long second) {
        return SampleEvents.event(session, id, EventType.VIEW, Instant.EPOCH.plusSeconds(second), "1");
    }

    private static ConfigurableApplicationContext service() {
        return StreamConsumersApplication.builder().run(settings().toArray(String[]::new));
    }

    private static List<String> settings() {
        return List.of(
                "--server.port=0",
                "--spring.cloud.aws.endpoint=" + cloud.endpoint(),
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=test",
                "--spring.cloud.aws.credentials.secret-key=test",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.access.mode=open",
                "--tillstream.feeds=events",
                "--tillstream.consumers.kcl.cloudwatch-metrics=false",
                "--tillstream.consumers.kcl.idle-between-reads=200ms",
                "--tillstream.consumers.kcl.failover-time=3s",
                "--tillstream.consumers.lake.enabled=false",
                "--tillstream.consumers.warehouse.enabled=false");
    }

    private static void put(ShopEvent event) {
        clients.kinesis()
                .putRecord(request -> request.streamName("events")
                        .partitionKey(event.lineId().value())
                        .data(SdkBytes.fromByteArray(EventColumns.WIRE.encode(event))))
                .join();
    }
}
