package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3StagingAreaIT {

    @Test
    void holdsWhatIsPutUntilItIsSwept() {
        try (LocalCloud cloud = LocalCloud.builder().port(0).start();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                        .forcePathStyle(true)
                        .build()) {
            s3.createBucket(request -> request.bucket("staging"));
            S3StagingArea area = new S3StagingArea(s3, "staging", "warehouse/");
            assertThat(put(area, "one/part-0")).isEqualTo("s3://staging/warehouse/one/part-0");
            put(area, "one/part-1");
            put(area, "two/part-0");
            area.sweep("one/");
            area.sweep("none/");
            assertThat(s3.listObjectsV2(request -> request.bucket("staging")).contents())
                    .extracting(S3Object::key)
                    .containsExactly("warehouse/two/part-0");
            assertThat(s3.getObjectAsBytes(request -> request.bucket("staging").key("warehouse/two/part-0"))
                            .asUtf8String())
                    .isEqualTo("two/part-0");
        }
    }

    private static String put(S3StagingArea area, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return area.put(name, new ByteArrayInputStream(bytes), bytes.length);
    }
}
