package io.tillstream.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that starts the suite. */
final class UpOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description = "Folder that keeps the state (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".tillstream");

    @Option(names = "--ephemeral", description = "Keep no state: all of it is deleted when the suite stops.")
    private boolean ephemeral;

    @Option(
            names = "--cloud-port",
            defaultValue = "${env:TILLSTREAM_CLOUD_PORT:-4566}",
            description = "AWS endpoint (default: 4566, or TILLSTREAM_CLOUD_PORT).")
    private int cloudPort;

    @Option(
            names = "--warehouse-port",
            defaultValue = "${env:TILLSTREAM_WAREHOUSE_PORT:-5439}",
            description = "PostgreSQL (default: 5439, or TILLSTREAM_WAREHOUSE_PORT).")
    private int warehousePort;

    @Option(
            names = "--ingest-port",
            defaultValue = "${env:TILLSTREAM_INGEST_PORT:-8081}",
            description = "Ingest API (default: 8081, or TILLSTREAM_INGEST_PORT).")
    private int ingestPort;

    @Option(
            names = "--query-port",
            defaultValue = "${env:TILLSTREAM_QUERY_PORT:-8082}",
            description = "Query API (default: 8082, or TILLSTREAM_QUERY_PORT).")
    private int queryPort;

    @Option(
            names = "--consumers-port",
            defaultValue = "${env:TILLSTREAM_CONSUMERS_PORT:-8083}",
            description = "Health and metrics of the consumers (default: 8083, or TILLSTREAM_CONSUMERS_PORT).")
    private int consumersPort;

    @Option(
            names = "--loader-port",
            defaultValue = "${env:TILLSTREAM_LOADER_PORT:-8084}",
            description = "Health and metrics of the loader (default: 8084, or TILLSTREAM_LOADER_PORT).")
    private int loaderPort;

    @Option(
            names = "--limits",
            description = "Refuse what exceeds AWS's rates, such as 1,000 records per second and shard.")
    private boolean limits;

    @Option(
            names = "--feeds",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "${env:TILLSTREAM_FEEDS}",
            description = "The feeds to run (default: TILLSTREAM_FEEDS, which is transactions,events).")
    private @Nullable List<String> feeds;

    SuiteOptions toSuiteOptions() {
        Ports ports = new Ports(cloudPort, warehousePort, ingestPort, queryPort, consumersPort, loaderPort);
        return new SuiteOptions(data(), ports, limits, FlushIntervals.ON_A_DESK, feeds == null ? List.of() : feeds);
    }

    private Optional<Path> data() {
        return ephemeral ? Optional.empty() : Optional.of(data.toAbsolutePath().normalize());
    }
}
