package io.tillstream.suite;

import io.tillstream.warehouse.schema.LocalWarehouse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The settings that point a service at the embedded cloud. */
final class CloudSettings {

    /** Of each login of a suite's warehouse: whoever is on this machine may use them. */
    static final String WAREHOUSE_PASSWORD = "tillstream";

    private CloudSettings() {}

    /** Arguments of its command line. */
    static List<String> of(URI endpoint) {
        return List.of(
                "--spring.cloud.aws.endpoint=" + endpoint,
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=local",
                "--spring.cloud.aws.credentials.secret-key=local",
                "--spring.cloud.aws.s3.path-style-access-enabled=true");
    }

    /** The same, and further settings of the service. */
    static String[] with(URI endpoint, String... others) {
        return Stream.concat(of(endpoint).stream(), Arrays.stream(others)).toArray(String[]::new);
    }

    /** Those of the cloud that a suite on this machine has, as its own options would find it. */
    static List<String> ofThisMachine() {
        String port = System.getenv().getOrDefault("TILLSTREAM_CLOUD_PORT", "4566");
        return of(URI.create("http://localhost:" + port));
    }

    /** The same, and where its warehouse is. */
    static List<String> withWarehouseOfThisMachine() {
        String port = System.getenv().getOrDefault("TILLSTREAM_WAREHOUSE_PORT", "5439");
        String url = "--tillstream.warehouse.url=jdbc:postgresql://localhost:" + port + "/warehouse";
        String login = "--tillstream.warehouse.username=" + LocalWarehouse.LOADER;
        String password = "--tillstream.warehouse.password=" + WAREHOUSE_PASSWORD;
        return Stream.concat(ofThisMachine().stream(), Stream.of(url, login, password))
                .toList();
    }
}
