package io.tillstream.consumers.warehouse;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.firehose.FirehoseClient;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tillstream.consumers.warehouse.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WarehouseSinkProperties.class)
class WarehouseSinkConfiguration {

    private static final RetryPolicy BETWEEN_ROUNDS =
            RetryPolicy.untilStopped(Duration.ofMillis(50), Duration.ofMillis(1_600));

    @Bean
    FirehoseClient firehoseClient(AwsClientBuilderConfigurer aws) {
        return aws.configure(FirehoseClient.builder()).build();
    }

    @Bean
    SinkType warehouseSinks(FirehoseClient firehose, WarehouseSinkProperties properties, MeterRegistry registry) {
        return SinkType.ofEvery(feed -> {
            DeliveryCounters counters = DeliveryCounters.of(feed.name(), registry);
            DeliveryCalls calls = new DeliveryCalls(firehose, properties.deliveryStreamOf(feed.layout()), counters);
            return new WarehouseSink(
                    feed,
                    new RecordPacker(
                            feed.warehouseForm(), properties.recordSize().toBytes()),
                    new FirehoseWriter(calls, properties.concurrency(), BETWEEN_ROUNDS));
        });
    }
}
