package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.bootstrap.Bootstrap;
import io.tillstream.bootstrap.CloudClients;
import io.tillstream.containers.CloudContainer;
import io.tillstream.containers.WithCloudContainer;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.postgres.Database;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A row's whole way through services in this process and a cloud in a container; the warehouse is a PostgreSQL here. */
@WithCloudContainer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineInContainerIT {

    /** LocalStack's Kinesis takes its time, and the consumers' first leases do. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final String ROWS = """
            [{"InvoiceNo":"536365","StockCode":"85123A","Quantity":6,"InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,
              "CustomerID":17850,"Country":"United Kingdom"},
             {"InvoiceNo":"536365","StockCode":"71053","Quantity":6,"InvoiceDate":"12/1/2010 8:26","UnitPrice":3.39,
              "CustomerID":17850,"Country":"United Kingdom"}]""";

    private final LocalCloud warehouse = LocalCloud.builder()
            .port(0)
            .warehouse(new Database(0, "warehouse", "administrator", "administrator"))
            .start();
    private Services services;
    private Pipeline pipeline;

    @BeforeAll
    void start() throws SQLException {
        URI cloud = CloudContainer.endpoint().orElseThrow();
        try (CloudClients clients = CloudClients.of(cloud)) {
            new Bootstrap(clients).createMissing();
        }
        new WarehouseAdministrator("administrator", "administrator")
                .createLogins(warehouse.warehouseUrl().orElseThrow());
        services = Services.start(cloud, warehouse.warehouseUrl().orElseThrow(), Ports.ANY);
        pipeline = new Pipeline(services.ingest(), services.query(), cloud);
    }

    @AfterAll
    void stop() {
        pipeline.close();
        services.close();
        warehouse.close();
    }

    @Test
    void rowsSentTwiceUnderOneKeyAreOnceInEveryStore() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(pipeline.post(ROWS, "Idempotency-Key", "in-container").statusCode())
                    .isEqualTo(202);
        }
        await().atMost(SOON).until(() -> pipeline.lineCount("536365") == 2);
        await().atMost(SOON).until(() -> pipeline.linesInTheLake("536365") == 2);
        await().atMost(SOON).until(() -> linesInTheWarehouse() == 2);
        assertThat(pipeline.get("/customers/17850").body()).contains("\"netSpend\":35.64");
    }

    private long linesInTheWarehouse() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        warehouse.warehouseUrl().orElseThrow(), "tillstream", "tillstream");
                Statement query = connection.createStatement();
                ResultSet count = query.executeQuery("SELECT count(*) FROM sales_line WHERE invoice_no = '536365'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
