package io.tillstream.loader.warehouse;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.warehouse.load.RejectedLines;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WarehouseJobProperties.class, WarehouseProperties.class})
class WarehouseConfiguration {

    /** A connection for each load: there is one every few seconds at most. */
    @Bean
    DataSource warehouseDatabase(WarehouseProperties settings) {
        return new DriverManagerDataSource(settings.url(), settings.username(), settings.password());
    }

    @Bean
    Warehouse warehouse(DataSource warehouseDatabase, WarehouseProperties settings) {
        return new Warehouse(warehouseDatabase, settings);
    }

    /** What loads objects, for every job; the schema is there before the first load. */
    @Bean
    PerFeed<WarehouseLoad> warehouseLoads(
            Feeds feeds,
            S3Client s3,
            Warehouse warehouse,
            WarehouseJobProperties settings,
            JsonMapper json,
            AwsRegionProvider region) {
        RejectedLines rejected = new S3RejectedLines(s3, settings.bucket(), json, Clock.systemUTC());
        return warehouse.loads(feeds, s3, rejected, () -> region.getRegion().id());
    }

    /** @param clocks this machine's clock, unless there is another */
    @Bean
    WarehouseJobs warehouseJobs(
            Feeds feeds,
            S3Client s3,
            PerFeed<WarehouseLoad> loads,
            WarehouseJobProperties settings,
            MeterRegistry registry,
            ObjectProvider<Clock> clocks) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new WarehouseJobs(new PerFeed<>(feeds, feed -> {
            DeliveredObjects delivered = DeliveredObjects.of(feed, s3, settings);
            LoadMeters meters = new LoadMeters(registry, clock, feed.name());
            return new WarehouseJob(delivered, loads.of(feed), settings, meters, clock);
        }));
    }

    /** Without an interval the job does not run, and the warehouse is not asked. */
    @Bean
    @ConditionalOnProperty("tillstream.loader.warehouse.every")
    WarehouseRunner warehouseRunner(WarehouseJobs jobs, WarehouseJobProperties settings) {
        return new WarehouseRunner(jobs, settings.every());
    }
}
