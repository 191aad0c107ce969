package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.contract.DynamoDbContract;
import io.tillstream.localcloud.contract.S3Contract;
import io.tillstream.localcloud.contract.Tables;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedContractIT {

    private final LocalCloud cloud = Clouds.ephemeral().start();

    @AfterAll
    void close() {
        cloud.close();
    }

    @Nested
    class S3 implements S3Contract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }

    @Nested
    class DynamoDb implements DynamoDbContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }

        /** Without, a page would take the whole table into memory, however large. */
        @Test
        void pagesEndBeforeTheyTakeMuchMemory() {
            try (DynamoDbClient db = dynamoDb()) {
                Tables.fill(db, TABLE, "many", 3_001);
                for (Integer limit : new Integer[] {null, 100_000}) {
                    var scanned = db.scan(scan -> scan.tableName(TABLE).limit(limit));
                    assertThat(scanned.items()).hasSize(3_000);
                    assertThat(scanned.hasLastEvaluatedKey()).isTrue();
                    var found = db.query(query -> query.tableName(TABLE)
                            .limit(limit)
                            .keyConditionExpression("p = :p")
                            .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("many"))));
                    assertThat(found.items()).hasSize(3_000);
                    assertThat(found.hasLastEvaluatedKey()).isTrue();
                }
            }
        }
    }
}
