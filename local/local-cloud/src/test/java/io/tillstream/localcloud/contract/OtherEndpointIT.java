package io.tillstream.localcloud.contract;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contracts, asked of whatever endpoint {@code -Dcontract.endpoint=http://…} names: LocalStack, say. */
@EnabledIfSystemProperty(named = OtherEndpointIT.PROPERTY, matches = ".+")
class OtherEndpointIT {

    static final String PROPERTY = "contract.endpoint";

    @Nested
    class S3 implements S3Contract {
        @Override
        public URI endpoint() {
            return other();
        }
    }

    @Nested
    class S3Limits implements S3LimitsContract {
        @Override
        public URI endpoint() {
            return other();
        }
    }

    @Nested
    class DynamoDb implements DynamoDbContract {
        @Override
        public URI endpoint() {
            return other();
        }
    }

    private static URI other() {
        return URI.create(System.getProperty(PROPERTY, ""));
    }
}
