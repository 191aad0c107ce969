package io.tillstream.localcloud.contract;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** AWS's clients, pointed at an endpoint. */
public final class SdkClients {

    private SdkClients() {}

    /** Builds a client with any credentials in the region all of these endpoints are in. */
    public static <B extends AwsClientBuilder<B, C>, C> C at(URI endpoint, AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
