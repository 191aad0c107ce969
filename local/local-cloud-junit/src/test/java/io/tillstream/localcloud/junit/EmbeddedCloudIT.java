package io.tillstream.localcloud.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.Faults;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisClient;

@EmbeddedCloud(region = "eu-central-1")
class EmbeddedCloudIT {

    private static LocalCloud shared;

    @BeforeAll
    static void prepare(LocalCloud cloud, DynamoDbClient dynamoDb) {
        shared = cloud;
        dynamoDb.createTable(table -> table.tableName("Orders")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    @Test
    void givesClientsOfAllServicesThatAreOnTheClassPath(
            DynamoDbClient dynamoDb, DynamoDbAsyncClient later, KinesisClient kinesis) {
        assertThat(dynamoDb.listTables().tableNames()).containsExactly("Orders");
        assertThat(later.listTables().join().tableNames()).containsExactly("Orders");
        assertThat(kinesis.listStreams().streamNames()).isEmpty();
    }

    /** The second time would meet the outage of the first. */
    @RepeatedTest(2)
    void liftsFaultsAfterEachTest(DynamoDbClient dynamoDb, Faults faults) {
        assertThat(faults.of("dynamodb")).isEmpty();
        assertThat(dynamoDb.listTables().tableNames()).isNotEmpty();

        faults.set("dynamodb", Fault.unavailable());
    }

    @Nested
    class Within {

        @Test
        void isTheSameCloud(LocalCloud cloud) {
            assertThat(cloud).isSameAs(shared);
        }
    }

    @Test
    void endsWithItsClients() {
        EmbeddedCloud wanted = EmbeddedCloudIT.class.getAnnotation(EmbeddedCloud.class);
        RunningCloud running = RunningCloud.start(wanted);
        int port = running.cloud().endpoint().getPort();
        DynamoDbClient client = (DynamoDbClient) running.client(DynamoDbClient.class);
        assertThat(List.of(client)).containsExactly((DynamoDbClient) running.client(DynamoDbClient.class));

        running.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
