package io.tillstream.localcloud.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the SDK does by itself, so that only others come to feel it. */
class S3LimitsIT {

    private static LocalCloud cloud;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void refusesABucketThatDoesNotSayWhereItIsToBe() throws Exception {
        assertThat(createBucket("here", "eu-west-1", "").body()).contains("IllegalLocationConstraintException");
        assertThat(createBucket("there", "us-east-1", "").statusCode()).isEqualTo(200);
        String located = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
                + "</CreateBucketConfiguration>";
        assertThat(createBucket("here", "eu-west-1", located).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> createBucket(String name, String region, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoint().resolve("/" + name))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=any/20260101/%s/s3/aws4_request, SignedHeaders=host, Signature=0"
                                .formatted(region))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
