package io.tillstream.suite;

import io.tillstream.bootstrap.Bootstrap;
import io.tillstream.bootstrap.CloudClients;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.LocalCloudBuilder;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.postgres.Database;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The pipeline while it runs: the embedded cloud, what the pipeline needs in it, and the services. */
public final class Suite implements AutoCloseable {

    private final LocalCloud cloud;
    private final Services services;

    private Suite(LocalCloud cloud, Services services) {
        this.cloud = cloud;
        this.services = services;
    }

    /**
     * Starts everything, and returns when it is ready.
     *
     * @throws CannotStartException when something outside is in the way; its message says what to do
     */
    public static Suite start(SuiteOptions options) {
        return start(options, new StartProgress(LoggerFactory.getLogger(Suite.class)::info, () -> false));
    }

    static Suite start(SuiteOptions options, StartProgress progress) {
        options.ports().requireServicePortsFree();
        LocalCloud cloud = startCloud(options, progress);
        try (CloudClients clients = CloudClients.of(cloud.endpoint())) {
            progress.goOn();
            new Bootstrap(clients, options.intervals().delivery()).createMissing();
            progress.goOn();
            return new Suite(
                    cloud, Services.start(cloud.endpoint(), cloud.warehouseUrl().orElseThrow(), options));
        } catch (RuntimeException failure) {
            cloud.close();
            throw failure;
        }
    }

    public URI cloud() {
        return cloud.endpoint();
    }

    /** How the embedded cloud misbehaves. */
    public Faults faults() {
        return cloud.faults();
    }

    public String warehouse() {
        return cloud.warehouseUrl().orElseThrow();
    }

    public URI ingest() {
        return services.ingest();
    }

    /** Where rows are posted to: for each feed that runs a path below {@link #ingest}. */
    public List<String> paths() {
        return services.feeds().all().stream().map(feed -> feed.layout().path()).toList();
    }

    Optional<URI> demoShop() {
        return services.demoShop();
    }

    public URI query() {
        return services.query();
    }

    public URI loader() {
        return services.loader();
    }

    public URI consumers() {
        return services.consumers();
    }

    @Override
    public void close() {
        services.close();
        cloud.close();
    }

    private static LocalCloud startCloud(SuiteOptions options, StartProgress progress) {
        LocalCloudBuilder builder = LocalCloud.builder()
                .port(options.ports().cloud())
                .limits(options.limits())
                .notices(progress.notices());
        options.data().ifPresent(builder::data);
        return CannotStartException.unlessStarted(options.ports(), () -> {
            // Before the first line of a log is written, which a full disk has no room for either.
            builder.requireRoom();
            return startCloud(builder, options.ports().warehouse(), WarehouseAdministrator.of(options.data()));
        });
    }

    private static LocalCloud startCloud(LocalCloudBuilder builder, int port, WarehouseAdministrator administrator) {
        LocalCloud cloud = builder.warehouse(
                        new Database(port, "warehouse", administrator.name(), administrator.password()))
                .start();
        try {
            administrator.createLogins(cloud.warehouseUrl().orElseThrow());
            return cloud;
        } catch (SQLException refused) {
            cloud.close();
            throw new IllegalStateException("The logins of the warehouse cannot be created", refused);
        }
    }
}
