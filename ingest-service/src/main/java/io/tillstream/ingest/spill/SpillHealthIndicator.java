package io.tillstream.ingest.spill;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether rows are taken: by the stream, or else by the journal. A journal that has not been ready since the start is a
 * mistake in the settings, and is told as that before an outage; one that fails later takes no rows away from a stream
 * that is well.
 */
final class SpillHealthIndicator implements HealthIndicator {

    private final HealthIndicator stream;
    private final SurgeBuffer buffer;

    SpillHealthIndicator(HealthIndicator stream, SurgeBuffer buffer) {
        this.stream = stream;
        this.buffer = buffer;
    }

    @Override
    public Health health() {
        Health streamHealth = stream.health();
        Status streamStatus = streamHealth == null ? Status.UNKNOWN : streamHealth.getStatus();
        boolean streamTakesRows = streamStatus.equals(Status.UP) && !buffer.isSpilling();
        boolean takesRows = buffer.isReady() || (streamTakesRows && buffer.hasBeenReady());
        Backlog waiting = buffer.backlog();
        Health.Builder health = (takesRows ? Health.up() : Health.down())
                .withDetail("stream", streamStatus.getCode())
                .withDetail("spilling", buffer.isSpilling())
                .withDetail(
                        "journal",
                        buffer.isReady() ? "ready" : buffer.troubleOfJournal().orElse("full or not working"))
                .withDetail("waitingRows", waiting.rows())
                .withDetail("waitingBytes", waiting.bytes());
        buffer.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
        return health.build();
    }
}
