package io.tillstream.localcloud.junit;

import java.net.URI;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.regions.Region;

/** Makes clients of whatever service the test's class path has. */
final class ClientOfCloud {

    private ClientOfCloud() {}

    /** A client by the {@code builder()} that its interface has, as all of the SDK's do. */
    static SdkClient create(Class<? extends SdkClient> type, URI endpoint, String region) {
        Object builder;
        try {
            builder = type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new ParameterResolutionException(type + " is no client of a service of AWS's", e);
        }
        if (builder instanceof AwsClientBuilder<?, ?> aws) {
            aws.endpointOverride(endpoint)
                    .region(Region.of(region))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
            withHttp(aws);
            return (SdkClient) aws.build();
        }
        throw new ParameterResolutionException(type + " is no client of a service of AWS's");
    }

    /** The SDK refuses to choose where a class path has several. */
    private static void withHttp(Object builder) {
        switch (builder) {
            case SdkSyncClientBuilder<?, ?> sync ->
                ServiceLoader.load(SdkHttpService.class)
                        .findFirst()
                        .ifPresent(http -> sync.httpClientBuilder(http.createHttpClientBuilder()));
            case SdkAsyncClientBuilder<?, ?> async ->
                ServiceLoader.load(SdkAsyncHttpService.class)
                        .findFirst()
                        .ifPresent(http -> async.httpClientBuilder(http.createAsyncHttpClientFactory()));
            default -> {
                // It brings its own, as S3's CRT client does.
            }
        }
    }
}
