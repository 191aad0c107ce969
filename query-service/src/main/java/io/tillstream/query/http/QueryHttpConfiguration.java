package io.tillstream.query.http;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamWriteFeature;

@Configuration(proxyBeanMethods = false)
class QueryHttpConfiguration {

    /** Money goes out with all its digits, and never as 1E+3. */
    @Bean
    JsonMapperBuilderCustomizer plainDecimals() {
        return json -> json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }
}
