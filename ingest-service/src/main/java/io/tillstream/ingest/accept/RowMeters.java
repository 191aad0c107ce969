package io.tillstream.ingest.accept;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.row.FieldError;

/** Counts rows, and the faults of those that were rejected. */
final class RowMeters {

    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter rejected;

    RowMeters(MeterRegistry meters) {
        this.meters = meters;
        this.accepted = rows("accepted");
        this.rejected = rows("rejected");
    }

    void count(Batch batch) {
        accepted.increment(batch.accepted().size());
        rejected.increment(batch.rejected().size());
        for (Batch.RejectedRow row : batch.rejected()) {
            row.errors().stream().map(FieldError::code).forEach(this::countFault);
        }
    }

    private void countFault(String code) {
        Counter.builder("tillstream.ingest.faults")
                .description("Faults of rejected rows")
                .tag("code", code)
                .register(meters)
                .increment();
    }

    private Counter rows(String outcome) {
        return Counter.builder("tillstream.ingest.rows")
                .description("Rows read, by what validation made of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
