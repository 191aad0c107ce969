package io.tillstream.consumers.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether no application has died: for liveness, because only a new process helps then. */
final class SchedulersHealthIndicator implements HealthIndicator {

    private final ConsumerWatch watch;

    SchedulersHealthIndicator(ConsumerWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        watch.sinks().stream()
                .filter(SinkWatch::isDead)
                .forEach(sink -> health.down().withDetail(sink.sink(), sink.phase()));
        return health.build();
    }
}
