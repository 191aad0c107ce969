package io.tillstream.consumers.lookups;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * A DynamoDB client of a sink's own. It never tries a call again by itself, which would hide from the store that DynamoDB
 * throttles, and has as many connections as the store makes calls at once.
 */
public record StoreClient(DynamoDbClient dynamoDb) implements AutoCloseable {

    /** Past this time no answer of DynamoDB is waited for. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public static StoreClient of(AwsClientBuilderConfigurer aws, int connections) {
        DynamoDbClientBuilder builder = aws.configure(DynamoDbClient.builder());
        return new StoreClient(builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(TIMEOUT)
                        .build())
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(connections))
                .build());
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
