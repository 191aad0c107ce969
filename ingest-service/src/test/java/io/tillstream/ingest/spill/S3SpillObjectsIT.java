package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

final class S3SpillObjectsIT implements SpillObjectsContract {

    private static LocalCloud cloud;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        s3 = Shop.at(cloud.endpoint(), S3Client.builder().forcePathStyle(true));
        s3.createBucket(create -> create.bucket("spilled"));
    }

    @AfterAll
    static void stop() {
        s3.close();
        cloud.close();
    }

    @Override
    public SpillObjects objects() {
        return new S3SpillObjects(s3, "spilled");
    }

    @Test
    void saysWhenS3CannotBeReached() {
        cloud.faults().set("s3", Fault.unavailable());
        try {
            assertThatIOException()
                    .isThrownBy(() -> objects().put("a", new byte[1]))
                    .withMessageContaining("S3");
        } finally {
            cloud.faults().liftAll();
        }
    }
}
