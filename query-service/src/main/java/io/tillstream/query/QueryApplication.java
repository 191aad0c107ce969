package io.tillstream.query;

import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceTables;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The service that answers what the stores hold. */
@SpringBootApplication
@EnableConfigurationProperties(QueryProperties.class)
public class QueryApplication {

    /** The pages themselves; what they show they fetch with a key. */
    private static final List<String> DASHBOARD = List.of("/", "/index.html", "/favicon.svg", "/dashboard/**");

    public static void main(String[] args) {
        builder().run(args);
    }

    /** Its configuration file bears its name, because several services may share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(QueryApplication.class).properties("spring.config.name=query-service");
    }

    @Bean
    GuardedApi guardedApi() {
        return new GuardedApi(Scope.QUERY_READ, DASHBOARD);
    }

    @Bean
    InvoiceReader invoiceReader(DynamoDbClient dynamoDb, QueryProperties properties) {
        return new DynamoDbInvoiceStore(
                new InvoiceTables(dynamoDb, properties.invoicesTable(), properties.customersTable()), 1);
    }
}
