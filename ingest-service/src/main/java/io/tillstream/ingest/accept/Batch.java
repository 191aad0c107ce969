package io.tillstream.ingest.accept;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.row.FieldError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one request: those that became lines, and the faults of the others. It holds its share of the bytes in
 * flight until it is closed.
 */
public final class Batch implements AutoCloseable {

    /** A row that became a line; places count from 0. */
    public record AcceptedRow(int place, InvoiceNumber invoiceNo, LineId lineId) {}

    /** A row that did not, with every fault it has. */
    public record RejectedRow(int place, List<FieldError> errors) {}

    private final InFlightBytes.Reservation reservation;
    private final List<EncodedLine> lines = new ArrayList<>();
    private final List<AcceptedRow> accepted = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    Batch(InFlightBytes.Reservation reservation) {
        this.reservation = reservation;
    }

    void accept(AcceptedRow row, EncodedLine line) {
        reservation.add(line.bytes().length);
        lines.add(line);
        accepted.add(row);
    }

    void reject(RejectedRow row) {
        reservation.add(row.errors().stream()
                .mapToInt(error -> error.message().length())
                .sum());
        rejected.add(row);
    }

    /** How many rows there are. */
    public int size() {
        return accepted.size() + rejected.size();
    }

    /** Whether there are rows, and none became a line. */
    public boolean isAllBad() {
        return accepted.isEmpty() && !rejected.isEmpty();
    }

    /** What to publish. */
    public List<EncodedLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    public List<AcceptedRow> accepted() {
        return Collections.unmodifiableList(accepted);
    }

    public List<RejectedRow> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    @Override
    public void close() {
        reservation.close();
    }
}
