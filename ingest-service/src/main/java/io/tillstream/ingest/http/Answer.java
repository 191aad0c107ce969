package io.tillstream.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.ingest.accept.Batch;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a 202, and the extra members of a 422.
 *
 * @param lines the accepted rows; absent for many rows unless asked for
 * @param errors every fault of the rejected rows; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        int accepted,
        int rejected,
        @Nullable List<Line> lines,
        @Nullable List<Fault> errors) {

    /** Up to so many rows, the lines are listed without being asked for. */
    private static final int FEW_ROWS = 100;

    /** An accepted row; places count from 0. */
    record Line(int row, String invoiceNo, String lineId) {}

    /** A fault of a rejected row; places count from 0. */
    record Fault(int row, String field, String code, String message) {}

    static Answer of(Batch batch, boolean withLines) {
        return new Answer(
                batch.accepted().size(),
                batch.rejected().size(),
                withLines || batch.size() <= FEW_ROWS ? lines(batch) : null,
                batch.rejected().isEmpty() ? null : faults(batch));
    }

    static List<Fault> faults(Batch batch) {
        return batch.rejected().stream().flatMap(Answer::faults).toList();
    }

    private static List<Line> lines(Batch batch) {
        return batch.accepted().stream()
                .map(row -> new Line(
                        row.place(), row.invoiceNo().value(), row.lineId().value()))
                .toList();
    }

    private static Stream<Fault> faults(Batch.RejectedRow row) {
        return row.errors().stream().map(error -> new Fault(row.place(), error.field(), error.code(), error.message()));
    }
}
