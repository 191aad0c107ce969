package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Sink;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceTables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tillstream.consumers.invoices.enabled", matchIfMissing = true)
@EnableConfigurationProperties(InvoicesProperties.class)
class InvoicesConfiguration {

    @Bean
    Sink invoicesSink(DynamoDbClient dynamoDb, InvoicesProperties properties) {
        InvoiceTables tables = new InvoiceTables(dynamoDb, properties.invoicesTable(), properties.customersTable());
        return new InvoicesSink(new DynamoDbInvoiceStore(tables, properties.concurrency()));
    }
}
