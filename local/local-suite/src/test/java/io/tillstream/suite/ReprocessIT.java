package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import io.tillstream.model.layout.ObjectKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** What an older release could not decode, and what a table has lost, ends everywhere once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReprocessIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant ARRIVAL = Instant.parse("2026-03-01T12:34:56Z");

    private Suite suite;
    private Pipeline pipeline;

    @BeforeAll
    void start() {
        suite = Suites.ephemeral();
        pipeline = Pipeline.of(suite);
    }

    @AfterAll
    void stop() {
        pipeline.close();
        suite.close();
    }

    @Test
    void aRowThatCanBeDecodedByNowEndsEverywhereOnce() {
        List.of("lake", "invoices", "warehouse").forEach(sink -> putLetter(sink, "R1"));
        assertThat(reprocess("rejected")).contains("stream      1 rows published again");
        await().atMost(SOON).until(() -> pipeline.lineCount("R1") == 1 && pipeline.linesInTheLake("R1") == 1);
        assertThat(pipeline.keys("rejected/")).isEmpty();

        // A copy that comes late, and the command once more.
        putLetter("lake", "R1");
        assertThat(reprocess("rejected")).contains("stream      0 rows published again");
        putLetter("invoices", "R2");
        reprocess("rejected");
        await().atMost(SOON).until(() -> pipeline.lineCount("R2") == 1 && pipeline.linesInTheLake("R2") == 1);
        assertThat(pipeline.linesInTheLake("R1")).isEqualTo(1);
        assertThat(pipeline.lineCount("R1")).isEqualTo(1);
    }

    @Test
    void whatTheLakeHoldsComesBackIntoTheLookUps() throws Exception {
        pipeline.post("""
                {"InvoiceNo":"L1","StockCode":"85123A","Quantity":2,"InvoiceDate":"12/1/2010 8:26","UnitPrice":"1.25",
                 "CustomerID":"777","Country":"France"}""");
        await().atMost(SOON).until(() -> pipeline.linesInTheLake("L1") == 1 && pipeline.lineCount("L1") == 1);
        loseLinesOf("L1");
        assertThat(pipeline.lineCount("L1")).isZero();
        assertThat(reprocess("raw", "--all", "--targets", "invoices,warehouse")).contains("warehouse");
        assertThat(pipeline.lineCount("L1")).isEqualTo(1);
        assertThat(pipeline.get("/customers/777").body()).contains("\"netSpend\":2.50");
    }

    private void loseLinesOf(String invoiceNo) {
        DynamoDbClient dynamoDb = pipeline.clients().dynamoDb();
        dynamoDb.scan(request -> request.tableName(Names.INVOICES_TABLE)
                        .filterExpression("invoiceNo = :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromS(invoiceNo)))
                        .projectionExpression("invoiceNo, #s")
                        .expressionAttributeNames(Map.of("#s", "stockCode#lineId")))
                .items()
                .forEach(key -> dynamoDb.deleteItem(
                        request -> request.tableName(Names.INVOICES_TABLE).key(key)));
    }

    private String reprocess(String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = new ReprocessCommand(CloudSettings.of(suite.cloud()))
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString();
    }

    private void putLetter(String sink, String invoiceNo) {
        String wire = """
            {"v":1,"invoiceNo":"%s","stockCode":"85123A","lineId":"1","quantity":6,"invoiceDate":"2010-12-01T08:26:00",\
            "unitPrice":2.55,"customerId":"17850","country":"France","receivedAt":"2026-03-01T12:34:56.000Z"}""".formatted(invoiceNo);
        DeadLetter letter = new DeadLetter(
                DeadRecord.Stage.DECODE,
                "of an older release",
                FeedLayout.TRANSACTIONS.stream(),
                "shardId-000000000000",
                invoiceNo.substring(1),
                0,
                ARRIVAL,
                ARRIVAL,
                wire.getBytes(StandardCharsets.UTF_8));
        pipeline.clients()
                .s3()
                .putObject(
                        request -> request.bucket(Names.LAKE_BUCKET)
                                .key(ObjectKeys.rejected(sink, ARRIVAL, letter.name())),
                        RequestBody.fromString(JsonMapper.shared().writeValueAsString(letter)));
    }
}
