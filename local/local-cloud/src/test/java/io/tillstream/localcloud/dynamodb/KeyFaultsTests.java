package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of wrong keys of indexes, of wrong places to begin, and of what a Query cannot select. */
class KeyFaultsTests {

    private static final String START = "The provided starting key is invalid";

    private final DynamoDb db = DynamoDb.ephemeral(Clock.systemUTC(), EntryFaults.NONE);
    private final Requests requests = new Requests(db);

    @BeforeEach
    void createTable() {
        requests.call("CreateTable", """
                {'TableName': 'lines', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [
                    {'AttributeName': 'p', 'AttributeType': 'S'}, {'AttributeName': 's', 'AttributeType': 'S'},
                    {'AttributeName': 'x', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'}, {'AttributeName': 's', 'KeyType': 'RANGE'}],
                 'LocalSecondaryIndexes': [{'IndexName': 'local', 'Projection': {'ProjectionType': 'ALL'},
                    'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'},
                                  {'AttributeName': 'x', 'KeyType': 'RANGE'}]}],
                 'GlobalSecondaryIndexes': [{'IndexName': 'global', 'Projection': {'ProjectionType': 'ALL'},
                    'KeySchema': [{'AttributeName': 'x', 'KeyType': 'HASH'}]}]}""");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void namesTheFirstIndexByNameWhoseKeyIsWrong() {
        assertThat(put("{'N': '5'}").message())
                .endsWith("Type mismatch for Index Key x Expected: S Actual: N IndexName: global");
        assertThat(put("{'S': ''}").message()).endsWith("IndexName: global, IndexKey: x");
    }

    @Test
    void aScanTellsMoreOfAWrongStartThanAQuery() {
        String start = ", 'ExclusiveStartKey': {'other': {'S': 'a'}}}";
        assertThat(requests.refusal("Scan", "{'TableName': 'lines'" + start).message())
                .isEqualTo(START + ": The provided key element does not match the schema");
        assertThat(requests.refusal("Query", query() + start).message()).isEqualTo(START);
        assertThat(requests.refusal("Query", query() + ", 'ExclusiveStartKey': {'p': {'S': 'a'}, 's': {'N': '1'}}}")
                        .message())
                .isEqualTo(START + ": The provided key element does not match the schema");
    }

    @Test
    void aQueryCountsFaultsOfWhatItSelectsAndAScanDoesNot() {
        String fault =
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES";
        String select = ", 'Select': 'SPECIFIC_ATTRIBUTES'}";
        assertThat(requests.refusal("Scan", "{'TableName': 'lines'" + select).message())
                .isEqualTo(fault);
        assertThat(requests.refusal("Query", query() + select).message())
                .isEqualTo("1 validation error detected: " + fault);
    }

    private static String query() {
        return "{'TableName': 'lines', 'KeyConditionExpression': 'p = :p',"
                + " 'ExpressionAttributeValues': {':p': {'S': 'a'}}";
    }

    private AwsError put(String x) {
        return requests.refusal(
                "PutItem", "{'TableName': 'lines', 'Item': {'p': {'S': 'a'}, 's': {'S': 'b'}, 'x': %s}}".formatted(x));
    }
}
