package io.tillstream.containers;

import io.tillstream.localcloud.contract.Deviation;
import io.tillstream.localcloud.contract.DynamoDbContract;
import io.tillstream.localcloud.contract.FirehoseContract;
import io.tillstream.localcloud.contract.KclContract;
import io.tillstream.localcloud.contract.KinesisContract;
import io.tillstream.localcloud.contract.S3Contract;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Nested;

@WithCloudContainer
class ContractsInContainerIT {

    @Nested
    class S3 implements S3Contract {
        @Override
        public URI endpoint() {
            return cloud();
        }
    }

    @Nested
    class DynamoDb implements DynamoDbContract {
        @Override
        public URI endpoint() {
            return cloud();
        }
    }

    @Nested
    class Kinesis implements KinesisContract {
        @Override
        public URI endpoint() {
            return cloud();
        }

        @Override
        public Set<Deviation> deviations() {
            return Deviation.of(endpoint());
        }
    }

    @Nested
    class Firehose implements FirehoseContract {
        @Override
        public URI endpoint() {
            return cloud();
        }

        @Override
        public Set<Deviation> deviations() {
            return Deviation.of(endpoint());
        }
    }

    @Nested
    class Kcl implements KclContract {
        @Override
        public URI endpoint() {
            return cloud();
        }
    }

    private static URI cloud() {
        return CloudContainer.endpoint().orElseThrow();
    }
}
