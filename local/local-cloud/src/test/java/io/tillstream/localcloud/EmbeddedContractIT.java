package io.tillstream.localcloud;

import io.tillstream.localcloud.contract.DynamoDbContract;
import io.tillstream.localcloud.contract.S3Contract;
import io.tillstream.localcloud.contract.S3LimitsContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedContractIT {

    private final LocalCloud cloud = Clouds.ephemeral().start();

    @AfterAll
    void close() {
        cloud.close();
    }

    @Nested
    class S3 implements S3Contract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }

    @Nested
    class S3Limits implements S3LimitsContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }

    @Nested
    class DynamoDb implements DynamoDbContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }
}
