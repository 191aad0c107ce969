package io.tillstream.query.lookups;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.model.CustomerId;
import io.tillstream.query.deadline.Deadline;
import io.tillstream.query.deadline.LongReadings;
import io.tillstream.query.deadline.StoreHealth;
import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.sessionstore.DynamoDbSessionStore;
import io.tillstream.sessionstore.SessionReader;
import io.tillstream.sessionstore.SessionTables;
import io.tillstream.storecalls.StoreSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({QueryProperties.class, LookupProperties.class, LongReadingProperties.class})
class LookupConfiguration {

    /** Ends a call whose caller has given up, if the interrupt did not end it. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** The customer that the probe looks up; finding nothing costs half a read unit. */
    private static final CustomerId NOBODY = new CustomerId("readiness probe");

    @Bean
    WatchedStore lookupStore(LookupProperties settings) {
        return new WatchedStore(new Deadline("invoice store", settings.answerWithin()));
    }

    @Bean
    InvoiceReader invoiceReader(DynamoDbClient dynamoDb, QueryProperties tables) {
        return new DynamoDbInvoiceStore(
                new InvoiceTables(dynamoDb, tables.invoicesTable(), tables.customersTable()), 1);
    }

    @Bean
    SessionReader sessionReader(DynamoDbClient dynamoDb, QueryProperties tables) {
        return new DynamoDbSessionStore(new SessionTables(dynamoDb, tables.sessionsTable()), StoreSettings.upTo(1));
    }

    @Bean
    SessionLookups sessionLookups(SessionReader sessions, LookupProperties settings) {
        return new SessionLookups(sessions, new WatchedStore(new Deadline("session store", settings.answerWithin())));
    }

    @Bean
    Lookups lookups(
            InvoiceReader reader,
            WatchedStore lookupStore,
            LookupProperties settings,
            LongReadingProperties background) {
        return new Lookups(
                reader,
                lookupStore,
                new LongReadings(
                        lookupStore, settings.answerWithin(), background.limits(), Lookups::rowsOf, Clock.systemUTC()));
    }

    /** An attempt may take half of the time, so that one that hangs leaves time for another. */
    @Bean
    DynamoDbClientCustomizer attemptsWithinTheDeadline(LookupProperties settings) {
        return client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(settings.answerWithin().dividedBy(2))
                .apiCallTimeout(settings.answerWithin().plus(GRACE))
                .build());
    }

    @Bean
    StoreHealth lookupsHealthIndicator(WatchedStore lookupStore, InvoiceReader invoices) {
        return StoreHealth.needed(lookupStore, () -> invoices.customer(NOBODY));
    }
}
