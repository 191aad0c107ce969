package io.tillstream.localcloud.contract;

import io.tillstream.localcloud.LocalCloud;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedStreamsIT {

    private final LocalCloud cloud = LocalCloud.builder().port(0).start();

    @AfterAll
    void close() {
        cloud.close();
    }

    @Nested
    class OfKinesis implements KinesisContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }

    @Nested
    class OfFirehose implements FirehoseContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }

    @Nested
    class OfKcl implements KclContract {
        @Override
        public URI endpoint() {
            return cloud.endpoint();
        }
    }
}
