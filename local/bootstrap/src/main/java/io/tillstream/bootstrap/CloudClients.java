package io.tillstream.bootstrap;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of one endpoint that speaks for all of AWS and takes any credentials. */
public record CloudClients(KinesisClient kinesis, DynamoDbClient dynamoDb, S3Client s3, FirehoseClient firehose)
        implements AutoCloseable {

    private static final Region REGION = Region.EU_WEST_1;
    private static final AwsCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    public static CloudClients of(URI endpoint) {
        return new CloudClients(
                KinesisClient.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(ANYONE)
                        .build(),
                DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(ANYONE)
                        .build(),
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(ANYONE)
                        .forcePathStyle(true)
                        .build(),
                FirehoseClient.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(ANYONE)
                        .build());
    }

    @Override
    public void close() {
        kinesis.close();
        dynamoDb.close();
        s3.close();
        firehose.close();
    }
}
