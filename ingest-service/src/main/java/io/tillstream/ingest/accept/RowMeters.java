package io.tillstream.ingest.accept;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.FieldError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what came in, and what became of it. */
final class RowMeters {

    private static final String FEED = "feed";

    private final MeterRegistry registry;
    private final String feed;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter dropped;
    private final Counter sentBytes;
    private final Counter unpackedBytes;

    /** By code, of which there are as many as validation knows; a look-up in the registry costs more than a row. */
    private final Map<String, Counter> faults = new ConcurrentHashMap<>();

    RowMeters(FeedName name, MeterRegistry registry) {
        this.registry = registry;
        this.feed = name.value();
        this.accepted = rows("accepted");
        this.rejected = rows("rejected");
        this.dropped = rows("dropped");
        this.sentBytes = bytes("sent");
        this.unpackedBytes = bytes("unpacked");
        Arrays.stream(RequestRefused.Reason.values()).forEach(this::refused);
    }

    void count(Batch batch) {
        accepted.increment(batch.accepted().size());
        rejected.increment(batch.rejected().size());
        dropped.increment(batch.dropped().size());
        for (Batch.RejectedRow row : batch.rejected()) {
            row.errors().forEach(this::count);
        }
    }

    /** Bytes of bodies as they were sent. */
    void countSentBytes(long bytes) {
        sentBytes.increment((double) bytes);
    }

    /** Bytes of bodies after decompression. */
    void countUnpackedBytes(long bytes) {
        unpackedBytes.increment((double) bytes);
    }

    void countRefused(RequestRefused.Reason reason) {
        refused(reason).increment();
    }

    private Counter refused(RequestRefused.Reason reason) {
        return Counter.builder("tillstream.ingest.refused")
                .description("Requests that broke a bound of the service")
                .tag(FEED, feed)
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private void count(FieldError fault) {
        faults.computeIfAbsent(fault.code(), this::faults).increment();
    }

    private Counter faults(String code) {
        return Counter.builder("tillstream.ingest.faults")
                .description("Faults of rejected rows")
                .tag(FEED, feed)
                .tag("code", code)
                .register(registry);
    }

    private Counter rows(String outcome) {
        return Counter.builder("tillstream.ingest.rows")
                .description("Rows read, by the outcome of validation and rules")
                .tag(FEED, feed)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter bytes(String stage) {
        return Counter.builder("tillstream.ingest.body")
                .description("Bytes of bodies read, as they were sent and after decompression")
                .baseUnit("bytes")
                .tag(FEED, feed)
                .tag("stage", stage)
                .register(registry);
    }
}
