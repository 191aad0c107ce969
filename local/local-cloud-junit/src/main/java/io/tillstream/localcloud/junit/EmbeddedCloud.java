package io.tillstream.localcloud.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a cloud of its own, on a free port and with no state, that ends with the class. Constructors, tests
 * and the methods around them take as parameters clients of the AWS SDK, such as {@code DynamoDbClient} or
 * {@code S3AsyncClient}, the cloud itself, and its {@link io.tillstream.localcloud.faults.Faults}, which are lifted after
 * each test. Clients are made once and closed with the cloud. Nested classes share it.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedCloudExtension.class)
public @interface EmbeddedCloud {

    /** The region that clients are made for. The cloud answers to any. */
    String region() default "eu-west-1";

    /** Whether shards of Kinesis refuse more than AWS's 1 MiB and 1,000 records a second. */
    boolean kinesisShardLimits() default false;
}
