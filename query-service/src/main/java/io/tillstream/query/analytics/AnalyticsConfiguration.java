package io.tillstream.query.analytics;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.query.deadline.Deadline;
import io.tillstream.query.deadline.StoreHealth;
import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.JdbcAnalytics;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AnalyticsProperties.class, WarehouseReadProperties.class})
class AnalyticsConfiguration {

    /** By when a server that was told to stop working on an answer has confirmed it. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How long to wait for a server that does not react to being told to stop. */
    private static final Duration CANCELLING = Duration.ofSeconds(1);

    /** Connects with the first question, so that look-ups work without a warehouse. */
    @Bean
    HikariDataSource warehouseDatabase(
            WarehouseReadProperties warehouse, AnalyticsProperties settings, MeterRegistry registry) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("warehouse");
        pool.setJdbcUrl(warehouse.url());
        pool.setUsername(warehouse.username());
        pool.setPassword(warehouse.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(settings.connectWithin().toMillis());
        pool.setValidationTimeout(settings.connectWithin().toMillis());
        pool.setReadOnly(true);
        pool.setAutoCommit(false);
        pool.setMetricRegistry(registry);
        driver(pool, settings);
        return new HikariDataSource(pool);
    }

    @Bean
    WatchedStore warehouseStore(AnalyticsProperties settings) {
        Duration within = settings.connectWithin().plus(settings.answerWithin()).plus(CANCELLING);
        return new WatchedStore(new Deadline("warehouse", within));
    }

    @Bean
    Analytics analytics(
            HikariDataSource warehouseDatabase,
            WatchedStore warehouseStore,
            AnalyticsProperties settings,
            MeterRegistry registry) {
        return new SharedAnswers(
                new JdbcAnalytics(warehouseDatabase, settings.answerWithin()),
                warehouseStore,
                registry,
                settings.cacheFor(),
                settings.cacheRows());
    }

    @Bean
    StoreHealth warehouseHealthIndicator(WatchedStore warehouseStore, HikariDataSource warehouseDatabase) {
        return StoreHealth.useful(
                warehouseStore, () -> warehouseStore.ask(() -> JdbcAnalytics.answers(warehouseDatabase)));
    }

    /** Redshift's driver comes from PostgreSQL's and has the same properties. */
    private static void driver(HikariConfig pool, AnalyticsProperties settings) {
        pool.addDataSourceProperty("ApplicationName", "query-service");
        pool.addDataSourceProperty(
                "connectTimeout",
                Long.toString(Math.max(1, settings.connectWithin().toSeconds())));
        pool.addDataSourceProperty(
                "socketTimeout",
                Long.toString(settings.answerWithin().plus(GRACE).toSeconds()));
        // A plan made before the bounds of the period are known fits none.
        pool.addDataSourceProperty("prepareThreshold", "0");
    }
}
