package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.loader.LoaderApplication;
import io.tillstream.warehouse.schema.LocalWarehouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rows of two shops go through the stream while the loader is out, which starts again with its clock two days on. */
class LoaderOutForDaysIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PREFIX = "tillstream.loader.warehouse.prefix";
    private static final String DELIVERED = "firehose/transactions/";
    private static final int ROWS = 100;

    /** The suite's own loader looks where nothing lies. */
    @BeforeEach
    void blindTheSuitesLoader() {
        System.setProperty(PREFIX, "nowhere/");
    }

    @AfterEach
    void clear() {
        System.clearProperty(PREFIX);
    }

    @Test
    void everyRowIsInTheWarehouseOnce() throws Exception {
        try (Suite suite = Suites.ephemeral();
                Pipeline pipeline = Pipeline.of(suite);
                Connection warehouse = DriverManager.getConnection(
                        suite.warehouse(), LocalWarehouse.USERNAME, CloudSettings.WAREHOUSE_PASSWORD)) {
            post(pipeline, "1");
            try (ConfigurableApplicationContext loader = loader(suite, Today.class)) {
                assertThat(loader.isRunning()).isTrue();
                awaitEach(ROWS, warehouse);
            }

            int before = pipeline.keys(DELIVERED).size();
            post(pipeline, "2");
            post(pipeline, "1");
            await().atMost(SOON).until(() -> pipeline.keys(DELIVERED).size() > before);
            assertThat(linesByShop(warehouse)).isEqualTo(each(ROWS));

            try (ConfigurableApplicationContext loader = loader(suite, InTwoDays.class)) {
                assertThat(loader.isRunning()).isTrue();
                awaitEach(2 * ROWS, warehouse);
                post(pipeline, "3");
                awaitEach(3 * ROWS, warehouse);
            }
        }
    }

    private static void awaitEach(int lines, Connection warehouse) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(linesByShop(warehouse)).isEqualTo(each(lines)));
    }

    private static List<String> each(int lines) {
        return List.of("north %1$d of %1$d".formatted(lines), "south %1$d of %1$d".formatted(lines));
    }

    /** Both shops number alike. */
    private static void post(Pipeline pipeline, String invoiceNo) throws Exception {
        for (String shop : List.of("north", "south")) {
            String rows = IntStream.range(0, ROWS)
                    .mapToObj(i -> """
                            {"InvoiceNo":"%s","StockCode":"S%d","LineId":"%d","StoreId":"%s","Quantity":1,
                             "InvoiceDate":"2010-12-01 08:26:00","UnitPrice":"1.25","Country":"France"}""".formatted(invoiceNo, i, i, shop))
                    .collect(Collectors.joining(",", "[", "]"));
            assertThat(pipeline.post(rows).statusCode()).isEqualTo(202);
        }
    }

    private static List<String> linesByShop(Connection warehouse) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = warehouse.createStatement().executeQuery("""
                SELECT store_id || ' ' || count(*) || ' of ' || count(DISTINCT invoice_no || ' ' || line_id)
                FROM sales_line GROUP BY store_id ORDER BY store_id""")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static ConfigurableApplicationContext loader(Suite suite, Class<?> clock) {
        return LoaderApplication.builder()
                .sources(clock)
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(CloudSettings.with(
                        suite.cloud(),
                        "--server.port=0",
                        "--tillstream.access.mode=open",
                        "--spring.jmx.enabled=false",
                        "--tillstream.warehouse.url=" + suite.warehouse(),
                        "--tillstream.warehouse.username=" + LocalWarehouse.LOADER,
                        "--tillstream.warehouse.password=" + CloudSettings.WAREHOUSE_PASSWORD,
                        "--tillstream.loader.warehouse.every=1s",
                        "--" + PREFIX + "=" + DELIVERED));
    }

    @Configuration(proxyBeanMethods = false)
    static class Today {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InTwoDays {

        @Bean
        Clock clock() {
            return Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        }
    }
}
