package io.tillstream.suite;

import io.tillstream.bootstrap.CloudClients;
import io.tillstream.dashboards.ScrapedServices;
import io.tillstream.model.layout.Names;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the pipeline owns outside of itself, by name: in the cloud, in the warehouse and in Prometheus. What varies in
 * the key of an object is a {@code #}.
 */
final class OwnedNames {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String LOAD = "load=[^/]+";

    private final SortedSet<String> names = new TreeSet<>();

    /** Those of a suite, as {@code kind name}, in the order of the alphabet. */
    static SortedSet<String> of(Suite suite, CloudClients clients) throws SQLException {
        OwnedNames owned = new OwnedNames();
        owned.addCloud(clients);
        owned.addObjects(clients);
        owned.addWarehouse(suite.warehouse());
        owned.addMetrics(suite);
        return owned.names;
    }

    private void addCloud(CloudClients clients) {
        clients.kinesis().listStreams().streamNames().forEach(name -> names.add("stream " + name));
        clients.firehose()
                .listDeliveryStreams(request -> request.limit(100))
                .deliveryStreamNames()
                .forEach(name -> names.add("delivery-stream " + name));
        clients.dynamoDb().listTablesPaginator().tableNames().forEach(name -> names.add("table " + name));
        clients.s3().listBuckets().buckets().forEach(bucket -> names.add("bucket " + bucket.name()));
    }

    private void addObjects(CloudClients clients) {
        clients.s3().listObjectsV2Paginator(request -> request.bucket(Names.LAKE_BUCKET)).contents().stream()
                .map(object -> object.key()
                        .replaceAll(UUID, "#")
                        .replaceAll(LOAD, "load=#")
                        .replaceAll("[0-9]+", "#"))
                .forEach(key -> names.add("object " + key));
    }

    private void addWarehouse(String url) throws SQLException {
        try (Connection warehouse = DriverManager.getConnection(url, "tillstream", "tillstream");
                Statement statement = warehouse.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog',"
                                + " 'information_schema')")) {
            while (tables.next()) {
                names.add("warehouse-table " + tables.getString(1));
            }
        }
    }

    private void addMetrics(Suite suite) {
        services(suite).labelsByMetric().forEach((metric, labels) -> {
            if (metric.startsWith("tillstream_")) {
                names.add("metric " + metric);
                labels.forEach(label -> names.add("metric " + metric + " by " + label));
            }
        });
    }

    static ScrapedServices services(Suite suite) {
        return new ScrapedServices(Map.of(
                "ingest-service", suite.ingest(),
                "stream-consumers", suite.consumers(),
                "query-service", suite.query(),
                "batch-loader", suite.loader()));
    }
}
