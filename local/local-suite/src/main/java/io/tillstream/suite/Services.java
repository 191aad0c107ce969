package io.tillstream.suite;

import io.tillstream.consumers.StreamConsumersApplication;
import io.tillstream.ingest.IngestApplication;
import io.tillstream.loader.LoaderApplication;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.query.QueryApplication;
import io.tillstream.warehouse.schema.LocalWarehouse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of the pipeline, each an application context of its own, as it would be a process of its own. */
final class Services implements AutoCloseable {

    private final List<ConfigurableApplicationContext> contexts;

    private Services(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /** All at once, on platform threads: class loading pins virtual ones, and with few cores they run out. */
    static Services start(URI cloud, String warehouse, SuiteOptions options) {
        Ports ports = options.ports();
        List<Service> services = List.of(
                new Service(IngestApplication.builder(), ports.ingest(), LocalWarehouse.USERNAME),
                new Service(StreamConsumersApplication.builder(), ports.consumers(), LocalWarehouse.USERNAME),
                new Service(QueryApplication.builder(), ports.query(), LocalWarehouse.QUERY),
                new Service(LoaderApplication.builder(), ports.loader(), LocalWarehouse.LOADER));
        try (ExecutorService threads = Executors.newFixedThreadPool(services.size())) {
            List<CompletableFuture<ConfigurableApplicationContext>> starting = services.stream()
                    .map(service ->
                            CompletableFuture.supplyAsync(() -> service.start(cloud, warehouse, options), threads))
                    .toList();
            return new Services(starting.stream().map(CompletableFuture::join).toList());
        }
    }

    URI ingest() {
        return address(0);
    }

    /** Those that run, which all services are told alike. */
    Feeds feeds() {
        return contexts.get(0).getBean(Feeds.class);
    }

    URI consumers() {
        return address(1);
    }

    URI query() {
        return address(2);
    }

    URI loader() {
        return address(3);
    }

    /** A page that sends events as a shop's pages do, where events are taken. */
    Optional<URI> demoShop() {
        boolean takesRowsOfPages = feeds().all().stream().anyMatch(Feed::isSentByPages);
        return takesRowsOfPages ? Optional.of(ingest().resolve("/demo-shop.html")) : Optional.empty();
    }

    /** In the direction of the flow: what was accepted is published, what was read is stored. */
    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
        // Tomcat notes the folder of its first start for the whole JVM. It is gone now, and services that start
        // together
        // would all make it anew at once, where all but one fail.
        System.clearProperty("catalina.home");
    }

    private URI address(int index) {
        return URI.create(
                "http://localhost:" + contexts.get(index).getEnvironment().getProperty("local.server.port"));
    }

    private record Service(SpringApplicationBuilder application, int port, String login) {

        private ConfigurableApplicationContext start(URI cloud, String warehouse, SuiteOptions options) {
            List<String> settings = new ArrayList<>(settings(warehouse, options.intervals()));
            if (!options.feeds().isEmpty()) {
                settings.add("--tillstream.feeds=" + String.join(",", options.feeds()));
            }
            return application
                    .registerShutdownHook(false)
                    .bannerMode(Banner.Mode.OFF)
                    .run(CloudSettings.with(cloud, settings.toArray(String[]::new)));
        }

        private List<String> settings(String warehouse, FlushIntervals intervals) {
            return List.of(
                    "--server.port=" + port,
                    "--tillstream.access.mode=open",
                    "--spring.jmx.enabled=false",
                    "--tillstream.warehouse.url=" + warehouse,
                    "--tillstream.warehouse.username=" + login,
                    "--tillstream.warehouse.readers=" + LocalWarehouse.USERNAME + "," + LocalWarehouse.QUERY,
                    "--tillstream.warehouse.viewers=" + LocalWarehouse.BI,
                    "--tillstream.warehouse.password=" + CloudSettings.WAREHOUSE_PASSWORD,
                    "--tillstream.loader.warehouse.every=" + intervals.load(),
                    // The lock on the data folder sees to it that there is only one.
                    "--tillstream.consumers.kcl.worker-id=local",
                    "--tillstream.consumers.kcl.cloudwatch-metrics=false",
                    "--tillstream.consumers.kcl.idle-between-reads=200ms",
                    "--tillstream.consumers.kcl.failover-time=3s",
                    "--tillstream.consumers.kcl.shard-sync-interval=2s",
                    "--tillstream.consumers.kcl.drain-timeout=10s",
                    "--tillstream.consumers.lake.max-age=" + intervals.lake(),
                    // On a desk, seeing the object counts for more than its size.
                    "--tillstream.consumers.lake.min-size=0B");
        }
    }
}
