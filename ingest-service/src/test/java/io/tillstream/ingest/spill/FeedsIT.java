package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.LineId;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Two feeds in one service, each with a stream and a surge buffer of its own. */
final class FeedsIT {

    private static final Feed EVENTS = new ShopEventFeed();

    private static final String EVENT = """
            {"event_time": "2019-10-01 00:00:00 UTC", "event_type": "view", "product_id": "44600062",
             "category_id": "2103807459595387724", "price": 35.79, "user_id": "541312140", "event_id": "e-1"}
            """;

    @TempDir
    private Path folder;

    @Test
    void putsTheRowsOfEachFeedIntoItsStream() throws Exception {
        try (LocalCloud cloud = LocalCloud.builder().port(0).start();
                KinesisClient kinesis = Shop.at(cloud.endpoint(), KinesisClient.builder());
                Shop shop = new Shop(cloud.endpoint())) {
            kinesis.createStream(create -> create.streamName("events").shardCount(1));
            kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName("events"));
            ConfigurableApplicationContext service = shop.open(
                    "--tillstream.feeds=transactions,events",
                    "--tillstream.ingest.spill.mode=disk",
                    "--tillstream.ingest.spill.disk.folder=" + folder,
                    "--tillstream.ingest.spill.disk.min-free=1MB");
            assertThat(shop.send(service, "T", 1)).isEqualTo(202);
            HttpResponse<String> response = post(service, EVENT);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
            assertThat(response.body()).contains("\"session\":\"541312140\",\"eventId\":\"e-1\"");
            assertThat(ids(kinesis)).containsExactly("e-1");
            assertThat(shop.quantities()).containsOnlyKeys("T");
            assertThat(folder.resolve("events")).isDirectory();
            assertThat(shop.get(service, "/actuator/health/readiness")).contains("\"UP\"");
        }
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext service, String event) throws Exception {
        URI address =
                URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/events");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(event))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static List<String> ids(KinesisClient kinesis) {
        String shard = kinesis.listShards(list -> list.streamName("events"))
                .shards()
                .getFirst()
                .shardId();
        String iterator = kinesis.getShardIterator(get ->
                        get.streamName("events").shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        List<Record> records =
                kinesis.getRecords(get -> get.shardIterator(iterator)).records();
        return new AggregatorUtil()
                        .deaggregate(records.stream()
                                .map(KinesisClientRecord::fromRecord)
                                .toList())
                        .stream()
                        .map(record -> ((Decoded.Line) EVENTS.wireForm().decode(record.data())).line())
                        .map(line -> line.lineId())
                        .map(LineId::value)
                        .toList();
    }
}
