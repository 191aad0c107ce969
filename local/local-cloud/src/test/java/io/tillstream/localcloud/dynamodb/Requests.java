package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Calls operations with JSON, in which a single quotation mark stands for a double one. */
final class Requests {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .build();

    private final DynamoDb db;

    Requests(DynamoDb db) {
        this.db = db;
    }

    JsonNode call(String operation, String body) {
        return MAPPER.readTree(MAPPER.writeValueAsBytes(db.call(operation, AwsRequest.ofJson(json(body)))));
    }

    AwsError refusal(String operation, String body) {
        return Assertions.catchThrowableOfType(AwsError.class, () -> call(operation, body));
    }

    /** The table {@code orders}, whose items are known by {@code id}. */
    void createOrders() {
        call("CreateTable", """
                {'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}""");
    }

    static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
