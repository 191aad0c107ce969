package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.tracing.TraceReceiver;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What operators see of requests, and of customers: nothing. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("Reads all that is logged.")
final class TracesAndLogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = """
            {"InvoiceNo":"536365","StockCode":"85123A","Description":"ADA LOVELACE, 12 ST JAMES SQUARE","Quantity":6,
             "InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":"ada4711","Country":"United Kingdom"}""";
    private static final String[] CUSTOMER = {"LOVELACE", "ada4711", "adas-secret"};

    @BeforeEach
    void streamTakesAll() {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @Test
    void tellTheWayOfARequestAndNothingOfTheCustomer(CapturedOutput output) throws Exception {
        try (TraceReceiver receiver = TraceReceiver.start();
                IngestServer server = IngestServer.start(
                        "--spring.profiles.active=json-logs",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.endpoint(),
                        "--management.opentelemetry.tracing.export.schedule-delay=20ms",
                        "--management.tracing.sampling.probability=1")) {
            assertThat(post(server, ROW)).isEqualTo(202);
            assertThat(post(server, "[" + ROW + "," + ROW.replace(":6,", ":\"adas-secret\",") + "]"))
                    .isEqualTo(202);
            assertThat(post(server, ROW.replace("12/1/2010", "adas-secret"))).isEqualTo(422);
            assertThat(post(server, ROW.replace("Country", "adas-secret"))).isEqualTo(422);
            assertThat(post(server, "[" + ROW + ", adas-secret")).isEqualTo(400);
            await().atMost(ONE_MINUTE).until(() -> receiver.received().contains("http post /transactions"));

            putDirectly(server.bean(KinesisClient.class));
            await().atMost(ONE_MINUTE).until(() -> receiver.received().contains("Kinesis.PutRecords"));
            assertThat(receiver.received())
                    .contains("ingest-service", "error.type")
                    .doesNotContain(CUSTOMER);
        }
        assertThat(output).doesNotContain(CUSTOMER);
        JsonNode entry = JSON.readTree(output.getOut()
                .lines()
                .filter(line -> line.contains("Tomcat started"))
                .findFirst()
                .orElseThrow());
        assertThat(entry.at("/service/name").asString()).isEqualTo("ingest-service");
    }

    @Test
    void leaveTheStreamAloneWithoutAnEndpoint(CapturedOutput output) throws Exception {
        try (IngestServer server = IngestServer.start()) {
            assertThat(post(server, ROW)).isEqualTo(202);
            assertThat(Proxy.isProxyClass(server.bean(KinesisClient.class).getClass()))
                    .isFalse();
        }
        assertThat(output).doesNotContain(CUSTOMER);
    }

    private static int post(IngestServer server, String body) throws Exception {
        return server.send(server.rows("application/json", body.getBytes(UTF_8)))
                .statusCode();
    }

    /** There is no stream behind the client, which leaves a span all the same. */
    private static void putDirectly(KinesisClient kinesis) {
        PutRecordsRequest put = PutRecordsRequest.builder()
                .streamName("transactions")
                .records(PutRecordsRequestEntry.builder()
                        .partitionKey("adas-secret")
                        .data(SdkBytes.fromUtf8String(ROW))
                        .build())
                .build();
        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> kinesis.putRecords(put));
    }
}
