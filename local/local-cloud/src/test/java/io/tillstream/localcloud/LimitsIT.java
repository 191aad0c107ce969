package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

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
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
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

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @Test
    void holdsStatementsAndTransactionsToTheSame() {
        try (LocalCloud cloud = Clouds.ephemeral().limits(true).start();
                DynamoDbClient db = impatient(cloud)) {
            Tables.create(db, "orders");
            List<WriteRequest> large = IntStream.range(0, 25)
                    .mapToObj(i -> write("hot", "s" + i, 390 * 1024))
                    .toList();
            db.batchWriteItem(write -> write.requestItems(Map.of("orders", large)));

            assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                    .isThrownBy(() -> db.executeStatement(insert -> insert.statement(insert("hot"))));
            assertThat(db.batchExecuteStatement(batch -> batch.statements(
                                    one -> one.statement(insert("hot")), one -> one.statement(insert("cold"))))
                            .responses())
                    .extracting(response -> response.error() != null)
                    .containsExactly(true, false);
            Map<String, AttributeValue> item = write("hot", "t", 1).putRequest().item();
            assertThatExceptionOfType(TransactionCanceledException.class)
                    .isThrownBy(() -> db.transactWriteItems(write -> write.transactItems(
                            action -> action.put(put -> put.tableName("orders").item(item)))))
                    .satisfies(e -> assertThat(e.cancellationReasons())
                            .extracting(reason -> reason.code())
                            .containsExactly("ProvisionedThroughputExceeded"));
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
            assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                    .isThrownBy(() -> db.executeStatement(select -> select.statement("SELECT * FROM orders")));
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
            // As the SDK's waiter does, which looks every 20 seconds.
            await().atMost(ONE_MINUTE)
                    .until(() -> db.describeTable(table -> table.tableName("orders"))
                                    .table()
                                    .tableStatus()
                            == TableStatus.ACTIVE);
            db.putItem(put -> put.tableName("orders").item(item));
        }
    }

    private static DynamoDbClient impatient(LocalCloud cloud) {
        return SdkClients.at(
                cloud.endpoint(),
                DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }

    private static String insert(String partition) {
        return "INSERT INTO orders VALUE {'p': '" + partition + "', 's': 'new'}";
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
