package io.tillstream.consumers.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether every sink's application holds leases and makes progress: for readiness. */
final class ConsumersHealthIndicator implements HealthIndicator {

    private final ConsumerWatch watch;

    ConsumersHealthIndicator(ConsumerWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (SinkWatch sink : watch.sinks()) {
            health.withDetail(sink.sink(), sink.phase());
            if (!sink.isRunning()) {
                health.outOfService();
            }
            sink.stalls()
                    .forEach((shardId, stall) ->
                            health.outOfService().withDetail(sink.sink() + "/" + shardId, stall.toString()));
        }
        return health.build();
    }
}
