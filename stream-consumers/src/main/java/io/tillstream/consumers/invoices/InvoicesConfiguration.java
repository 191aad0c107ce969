package io.tillstream.consumers.invoices;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.model.layout.FeedLayout;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tillstream.consumers.invoices.enabled", matchIfMissing = true)
@EnableConfigurationProperties(InvoicesProperties.class)
class InvoicesConfiguration {

    @Bean
    InvoicesClient invoicesClient(AwsClientBuilderConfigurer aws, InvoicesProperties properties) {
        return InvoicesClient.of(aws, properties.maxConcurrency());
    }

    @Bean
    SinkType invoicesSink(InvoicesClient client, InvoicesProperties properties, MeterRegistry registry) {
        InvoiceTables tables =
                new InvoiceTables(client.dynamoDb(), properties.invoicesTable(), properties.customersTable());
        DynamoDbInvoiceStore store = new DynamoDbInvoiceStore(tables, properties.store());
        StoreMeters.register(store.activity(), registry);
        return SinkType.only(FeedLayout.TRANSACTIONS.name(), feed -> new InvoicesSink(feed, store));
    }
}
