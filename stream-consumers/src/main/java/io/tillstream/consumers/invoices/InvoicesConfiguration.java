package io.tillstream.consumers.invoices;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.lookups.StoreClient;
import io.tillstream.consumers.lookups.StoreMeters;
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
    StoreClient invoicesClient(AwsClientBuilderConfigurer aws, InvoicesProperties properties) {
        return StoreClient.of(aws, properties.maxConcurrency());
    }

    @Bean
    SinkType invoicesSink(StoreClient invoicesClient, InvoicesProperties properties, MeterRegistry registry) {
        InvoiceTables tables =
                new InvoiceTables(invoicesClient.dynamoDb(), properties.invoicesTable(), properties.customersTable());
        DynamoDbInvoiceStore store = new DynamoDbInvoiceStore(tables, properties.store());
        StoreMeters.register(InvoicesSink.NAME, DynamoDbInvoiceStore.CALLS, store.activity(), registry);
        return SinkType.only(FeedLayout.TRANSACTIONS.name(), feed -> new InvoicesSink(feed, store));
    }
}
