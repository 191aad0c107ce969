package io.tillstream.query.table;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TableConfiguration {

    @Bean
    CsvConverter csvConverter() {
        return new CsvConverter();
    }
}
