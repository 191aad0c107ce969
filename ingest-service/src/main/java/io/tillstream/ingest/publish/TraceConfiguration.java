package io.tillstream.ingest.publish;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Makes spans of the calls to the stream where traces are taken; where they are not, the calls are left alone. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("management.opentelemetry.enabled")
class TraceConfiguration {

    /** A post-processor must not have its own needs made early, hence the provider. */
    @Bean
    static BeanPostProcessor tracedPuts(ObjectProvider<Tracer> tracer) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof KinesisClient kinesis ? TracedPuts.of(kinesis, tracer::getObject) : bean;
            }
        };
    }
}
