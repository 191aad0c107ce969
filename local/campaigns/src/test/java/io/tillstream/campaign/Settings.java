package io.tillstream.campaign;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Settings of the pipeline's processes. */
final class Settings {

    private Settings() {}

    static List<String> ingest(URI cloud, Plan plan) {
        return Stream.concat(Stream.of("ingest"), common(cloud, plan)).toList();
    }

    /** @param sinkTypes of those that the process feeds; all others are off */
    static List<String> consumers(URI cloud, List<String> sinkTypes, Plan plan) {
        WorkerTimes times = plan.times();
        Stream<String> own = Stream.of(
                "--tillstream.consumers.kcl.cloudwatch-metrics=false",
                "--tillstream.consumers.kcl.idle-between-reads=" + times.betweenReads(),
                "--tillstream.consumers.kcl.failover-time=" + times.failover(),
                "--tillstream.consumers.kcl.shard-sync-interval=1s",
                "--tillstream.consumers.kcl.drain-timeout=10s",
                "--tillstream.consumers.lake.max-age=" + times.lakeAge(),
                "--tillstream.consumers.lake.min-size=0B");
        Stream<String> enabled = Stream.of("lake", "invoices", "sessions", "warehouse")
                .map(type -> "--tillstream.consumers." + type + ".enabled=" + sinkTypes.contains(type));
        return Stream.of(Stream.of("consumers"), common(cloud, plan), own, enabled)
                .flatMap(all -> all)
                .toList();
    }

    static List<String> loader(URI cloud, String warehouse, String login, Plan plan) {
        Stream<String> own = Stream.of(
                "--tillstream.warehouse.url=" + warehouse,
                "--tillstream.warehouse.username=" + login,
                "--tillstream.warehouse.password=" + login,
                "--tillstream.loader.warehouse.every=500ms");
        return Stream.of(Stream.of("loader"), common(cloud, plan), own)
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<String> common(URI cloud, Plan plan) {
        return Stream.of(
                "--server.port=0",
                "--tillstream.access.mode=open",
                "--tillstream.feeds=" + plan.feedNames(),
                "--spring.cloud.aws.endpoint=" + cloud,
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=local",
                "--spring.cloud.aws.credentials.secret-key=local",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--spring.jmx.enabled=false");
    }
}
