package io.tillstream.loader.importing;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.PartMaker;
import io.tillstream.loader.parts.PartSettings;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.loader.source.Sources;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.rowfiles.FileLimits;
import io.tillstream.sessionstore.DynamoDbSessionStore;
import io.tillstream.sessionstore.SessionTables;
import io.tillstream.sessionstore.SessionWriter;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Nothing is created before the command asks for it: in other runs of the same program nobody does. */
@Lazy
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ImportProperties.class, ImportRowLimits.class, RowProperties.class, FileProperties.class
})
class ImportConfiguration {

    @Bean
    DynamoDbClient ledgerClient(AwsClientBuilderConfigurer aws) {
        return aws.configure(DynamoDbClient.builder())
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    @Bean
    LoadLedger ledger(DynamoDbClient ledgerClient, ImportProperties settings) {
        LoadLedger.createMissing(ledgerClient, settings.ledgerTable());
        return new LoadLedger(ledgerClient, settings.ledgerTable(), settings.leaseOfThisProcess());
    }

    @Bean
    LookupClient lookupClient(AwsClientBuilderConfigurer aws, ImportProperties settings) {
        return LookupClient.of(aws, settings.dynamodbCalls());
    }

    @Bean
    InvoiceWriter invoiceWriter(LookupClient client, ImportProperties settings) {
        InvoiceTables tables =
                new InvoiceTables(client.dynamoDb(), settings.invoicesTable(), settings.customersTable());
        return new DynamoDbInvoiceStore(tables, settings.store());
    }

    @Bean
    SessionWriter sessionWriter(LookupClient client, ImportProperties settings) {
        return new DynamoDbSessionStore(
                new SessionTables(client.dynamoDb(), settings.sessionsTable()), settings.store());
    }

    @Bean
    Sources sources(S3Client s3, ImportProperties settings) {
        return new Sources(s3, settings.bucket());
    }

    @Bean
    PartSettings partSettings(ImportProperties settings, ImportRowLimits rows) {
        return settings.parts(rows.bounds());
    }

    @Bean
    TargetsOfFeed targetsOfFeed(
            ObjectProvider<InvoiceWriter> invoices,
            ObjectProvider<SessionWriter> sessions,
            ObjectProvider<PerFeed<WarehouseLoad>> warehouse,
            ImportProperties settings) {
        Supplier<LookupWriter> ofInvoices = () -> LookupWriter.ofInvoices(invoices.getObject());
        Supplier<LookupWriter> ofSessions = () -> LookupWriter.ofSessions(sessions.getObject());
        return (feed, parts) -> new TargetSteps(
                feed,
                parts,
                new LookupStep(
                        feed,
                        parts,
                        LoadTarget.lookupOf(feed).equals(Optional.of(LoadTarget.SESSIONS)) ? ofSessions : ofInvoices,
                        settings.storeAtOnce(),
                        settings.chunk()),
                new WarehouseStep(parts, () -> warehouse.getObject().of(feed)));
    }

    @Bean
    PerFeed<FileImport> feedImports(
            Feeds feeds,
            S3Client s3,
            LoadLedger ledger,
            TargetsOfFeed targets,
            ImportProperties settings,
            PartSettings making) {
        return new PerFeed<>(feeds, feed -> {
            PartStore parts = new PartStore(s3, settings.bucket(), feed);
            ReadStep reading = new ReadStep(ledger, parts, new PartMaker(parts, making), settings.partSize());
            return new FileImport(ledger, reading, targets.of(feed, parts), Clock.systemUTC());
        });
    }

    @Bean
    FileLimits fileLimits(FileProperties files, ImportProperties settings) {
        return files.limits(settings.scratchFolder());
    }

    @Bean
    ImportJob importJob(Sources sources, S3Client s3, LoadLedger ledger, PerFeed<FileImport> files, FileLimits limits) {
        return new ImportJob(sources, s3, new LoadedObjects(ledger), files, limits);
    }
}
