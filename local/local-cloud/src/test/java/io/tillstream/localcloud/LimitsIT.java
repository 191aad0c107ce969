package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A cloud that is asked to be as strict as AWS. */
class LimitsIT {

    @Test
    void refusesWhatAHotPartitionCannotTakeAndNothingElse() {
        try (LocalCloud cloud = Clouds.ephemeral().limits(true).start();
                DynamoDbClient db = impatient(cloud)) {
            Tables.create(db, "orders");
            // Ten seconds' worth of what a partition takes, paid off afterwards.
            List<WriteRequest> large = IntStream.range(0, 25)
                    .mapToObj(i -> write("hot", "s" + i, 390 * 1024))
                    .toList();
            db.batchWriteItem(write -> write.requestItems(Map.of("orders", large)));

            WriteRequest refused = write("hot", "a", 1);
            assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                    .isThrownBy(() -> db.putItem(put ->
                            put.tableName("orders").item(refused.putRequest().item())));
            var batch = db.batchWriteItem(write ->
                    write.requestItems(Map.of("orders", List.of(refused, write("cold", "b", 1)))));
            assertThat(batch.unprocessedItems()).isEqualTo(Map.of("orders", List.of(refused)));
        }
    }

    @Test
    void holdsAProvisionedTableToWhatItWasGiven() {
        try (LocalCloud cloud = Clouds.ephemeral().dynamoDbThroughput(true).start();
                DynamoDbClient db = impatient(cloud)) {
            Tables.create(db, "orders");
            db.updateTable(table -> table.tableName("orders")
                    .billingMode(BillingMode.PROVISIONED)
                    .provisionedThroughput(units -> units.readCapacityUnits(1L).writeCapacityUnits(1L)));
            Map<String, AttributeValue> item =
                    write("p", "s", 300 * 1024).putRequest().item();
            db.putItem(put -> put.tableName("orders").item(item));

            // For five minutes, which its one unit a second takes to make up for.
            assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                    .isThrownBy(() -> db.putItem(put -> put.tableName("orders").item(item)))
                    .withMessageContaining("provisioned throughput");
            assertThat(db.scan(scan -> scan.tableName("orders")).count()).isEqualTo(1);
            assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                    .isThrownBy(() -> db.scan(scan -> scan.tableName("orders")));
        }
    }

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @Test
    void showsTablesWhileTheyAreCreated() {
        try (LocalCloud cloud =
                        Clouds.ephemeral().changesTake(Duration.ofSeconds(1)).start();
                DynamoDbClient db = impatient(cloud)) {
            var created = db.createTable(table -> table.tableName("orders")
                    .billingMode("PAY_PER_REQUEST")
                    .attributeDefinitions(
                            attribute -> attribute.attributeName("p").attributeType("S"))
                    .keySchema(key -> key.attributeName("p").keyType("HASH")));
            Map<String, AttributeValue> item = Map.of("p", AttributeValue.fromS("1"));

            assertThat(created.tableDescription().tableStatus()).isEqualTo(TableStatus.CREATING);
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> db.putItem(put -> put.tableName("orders").item(item)));
            db.waiter().waitUntilTableExists(table -> table.tableName("orders"));
            db.putItem(put -> put.tableName("orders").item(item));
        }
    }

    private static DynamoDbClient impatient(LocalCloud cloud) {
        return SdkClients.at(
                cloud.endpoint(),
                DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }

    private static WriteRequest write(String partition, String sort, int bytes) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(Map.of(
                        "p", AttributeValue.fromS(partition),
                        "s", AttributeValue.fromS(sort),
                        "x", AttributeValue.fromS("x".repeat(bytes)))))
                .build();
    }
}
