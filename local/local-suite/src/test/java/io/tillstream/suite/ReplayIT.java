package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.model.layout.FeedLayout;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.Shard;
import tools.jackson.databind.JsonNode;

/** The same rows sent again: to a suite that was stopped and started, and after its shards were split. */
class ReplayIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int INVOICES = 20;
    private static final int ROWS = 10;

    @Test
    void rowsReplayedAfterARestartAndAfterASplitLieInTheLakeOnce(@TempDir Path data) throws Exception {
        try (Suite suite = Suites.on(data);
                Pipeline pipeline = Pipeline.of(suite)) {
            send("rows", pipeline);
        }
        try (Suite suite = Suites.on(data);
                Pipeline pipeline = Pipeline.of(suite)) {
            send("rows", pipeline);
            send("marker-1", pipeline);
            awaitLines(INVOICES * ROWS * 2, pipeline);
            splitEveryShard(pipeline);
            send("rows", pipeline);
            send("marker-1", pipeline);
            send("marker-2", pipeline);
            awaitLines(INVOICES * ROWS * 3, pipeline);
            assertThat(timesInTheLake(pipeline).values()).containsOnly(1);
        }
    }

    /** By then all that was sent before has passed as well: every invoice got a line of the last request. */
    private static void awaitLines(int distinct, Pipeline pipeline) {
        await().atMost(SOON).until(() -> timesInTheLake(pipeline).size() == distinct);
    }

    /** Under the key of the request, rows of the same invoices. */
    private static void send(String key, Pipeline pipeline) throws Exception {
        String rows = IntStream.range(0, INVOICES * ROWS)
                .mapToObj(i -> """
                        {"InvoiceNo":"R%d","StockCode":"S%d","Quantity":2,"InvoiceDate":"12/1/2010 8:26",
                         "UnitPrice":0.5,"CustomerID":17850,"Country":"France"}""".formatted(i % INVOICES, i))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(pipeline.post(rows, "Idempotency-Key", key).statusCode()).isEqualTo(202);
    }

    private static Map<List<String>, Integer> timesInTheLake(Pipeline pipeline) {
        return pipeline.lake().stream().collect(Collectors.toMap(ReplayIT::keyOf, line -> 1, Integer::sum));
    }

    private static List<String> keyOf(JsonNode line) {
        return List.of(
                line.path("invoiceNo").asString(),
                line.path("stockCode").asString(),
                line.path("lineId").asString());
    }

    private static void splitEveryShard(Pipeline pipeline) {
        var kinesis = pipeline.clients().kinesis();
        List<Shard> shards = kinesis.listShards(request -> request.streamName(FeedLayout.TRANSACTIONS.stream()))
                .shards();
        for (Shard shard : shards) {
            var from = new BigInteger(shard.hashKeyRange().startingHashKey());
            var to = new BigInteger(shard.hashKeyRange().endingHashKey());
            kinesis.splitShard(request -> request.streamName(FeedLayout.TRANSACTIONS.stream())
                    .shardToSplit(shard.shardId())
                    .newStartingHashKey(from.add(to).shiftRight(1).toString()));
            kinesis.waiter().waitUntilStreamExists(request -> request.streamName(FeedLayout.TRANSACTIONS.stream()));
        }
    }
}
