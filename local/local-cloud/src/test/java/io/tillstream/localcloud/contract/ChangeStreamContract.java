package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The streams of tables. */
interface ChangeStreamContract extends TableForEachCase {

    Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    default void tellsWhatHasChanged() {
        try (DynamoDbClient db = dynamoDb();
                DynamoDbStreamsClient streams = SdkClients.at(endpoint(), DynamoDbStreamsClient.builder())) {
            String arn = enable(db, streams);
            put(db, item("p", "s", "v", n("1")));
            put(db, item("p", "s", "v", n("2")));
            db.deleteItem(delete -> delete.tableName(TABLE).key(key("p", "s")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records(streams, arn))
                            .extracting(Record::eventName)
                            .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE));
            Record modified = records(streams, arn).get(1);
            assertThat(modified.dynamodb().keys()).isEqualTo(key("p", "s"));
            assertThat(modified.dynamodb().oldImage()).isEqualTo(item("p", "s", "v", n("1")));
            assertThat(modified.dynamodb().newImage()).isEqualTo(item("p", "s", "v", n("2")));
            assertThat(modified.dynamodb().approximateCreationDateTime()).isNotNull();
        }
    }

    @Test
    default void knowsNoStreamThatIsNotThere() {
        try (DynamoDbClient db = dynamoDb();
                DynamoDbStreamsClient streams = SdkClients.at(endpoint(), DynamoDbStreamsClient.builder())) {
            String arn = enable(db, streams);
            assertThat(streams.listStreams(list -> list.tableName(TABLE)).streams())
                    .extracting(stream -> stream.streamArn())
                    .containsExactly(arn);
            String other = arn.replace("/stream/", "/stream/1999-");
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> streams.describeStream(describe -> describe.streamArn(other)));
        }
    }

    private static String enable(DynamoDbClient db, DynamoDbStreamsClient streams) {
        String arn = db.updateTable(update -> update.tableName(TABLE)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
        db.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
        await().atMost(PATIENCE)
                .until(() -> streams.describeStream(describe -> describe.streamArn(arn))
                                .streamDescription()
                                .streamStatus()
                        == StreamStatus.ENABLED);
        return arn;
    }

    private static List<Record> records(DynamoDbStreamsClient streams, String arn) {
        List<Record> records = new ArrayList<>();
        for (Shard shard : streams.describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards()) {
            String iterator = streams.getShardIterator(from -> from.streamArn(arn)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            records.addAll(
                    streams.getRecords(read -> read.shardIterator(iterator)).records());
        }
        return records;
    }
}
