package io.tillstream.localcloud.contract;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** AWS's clients, pointed at an endpoint. */
public final class SdkClients {

    private SdkClients() {}

    /**
     * A client of S3 with the SDK's own defaults: the bucket in the host's name, checksums in trailers. Not before a name
     * though: few systems know where {@code bucket.localhost} is.
     */
    public static S3Client s3(URI endpoint) {
        boolean named = !endpoint.getHost().matches("[0-9.]+|\\[.*]");
        return at(endpoint, S3Client.builder().forcePathStyle(named));
    }

    /** Builds a client with any credentials in the region all of these endpoints are in. */
    public static <B extends AwsClientBuilder<B, C>, C> C at(URI endpoint, AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
