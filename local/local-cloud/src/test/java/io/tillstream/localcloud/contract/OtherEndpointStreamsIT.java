package io.tillstream.localcloud.contract;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "contract.endpoint", matches = "https?:.+")
class OtherEndpointStreamsIT {

    @Nested
    class OfKinesis implements KinesisContract {
        @Override
        public URI endpoint() {
            return URI.create(System.getProperty("contract.endpoint", ""));
        }

        @Override
        public Set<Deviation> deviations() {
            return Deviation.of(endpoint());
        }
    }

    @Nested
    class OfFirehose implements FirehoseContract {
        @Override
        public URI endpoint() {
            return URI.create(System.getProperty("contract.endpoint", ""));
        }

        @Override
        public Set<Deviation> deviations() {
            return Deviation.of(endpoint());
        }
    }

    @Nested
    class OfKcl implements KclContract {
        @Override
        public URI endpoint() {
            return URI.create(System.getProperty("contract.endpoint", ""));
        }
    }
}
