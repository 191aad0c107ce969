package io.tillstream.ingest.accept;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.row.FieldError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one request: those that became lines, those that rules dropped, and the faults of the others. It holds
 * its share of the bytes in flight until it is closed.
 */
public final class Batch implements AutoCloseable {

    /** A row that became a line; places count from 0. */
    public record AcceptedRow(int place, String partitionKey, LineId lineId) {}

    /** A row that did not become a line, with the first ten of its faults; places count from 0. */
    public record RejectedRow(int place, List<FieldError> errors) {}

    /** A row that a rule dropped; places count from 0. */
    public record DroppedRow(int place, String rule) {}

    /** As many as a row has fields, and what keeps an answer from growing far beyond its request. */
    private static final int MAX_FAULTS = 10;

    /** What objects, references and short texts take on the heap besides what is counted by length, rounded up. */
    private static final int BYTES_OF_LINE = 128;

    private static final int BYTES_OF_ROW = 192;
    private static final int BYTES_OF_FAULT = 128;
    private static final int BYTES_OF_CHARACTER = 2;

    private final InFlightBytes.Reservation reservation;
    private final int maxRows;
    private final List<EncodedLine> lines = new ArrayList<>();
    private final List<AcceptedRow> accepted = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<DroppedRow> dropped = new ArrayList<>();
    private long bytesOfLines;
    private final RowsDigest digest = new RowsDigest();

    Batch(InFlightBytes.Reservation reservation, int maxRows) {
        this.reservation = reservation;
        this.maxRows = maxRows;
    }

    /** The place of the next row, if there may be one more. */
    int nextPlace() {
        if (size() >= maxRows) {
            throw new RequestRefused(
                    RequestRefused.Reason.TOO_MANY_ROWS, "the body has more than " + maxRows + " rows");
        }
        return size();
    }

    void accept(int place, LineId lineId, EncodedLine encoded) {
        int bytes = encoded.bytes().length + BYTES_OF_LINE;
        reservation.add(bytes + BYTES_OF_ROW);
        bytesOfLines += bytes;
        lines.add(encoded);
        accepted.add(new AcceptedRow(place, encoded.partitionKey(), lineId));
    }

    void reject(int place, List<FieldError> faults) {
        List<FieldError> kept = faults.subList(0, Math.min(faults.size(), MAX_FAULTS));
        long bytes = BYTES_OF_ROW;
        for (FieldError fault : kept) {
            bytes += BYTES_OF_FAULT
                    + (long) BYTES_OF_CHARACTER
                            * (fault.field().length() + fault.message().length());
        }
        reservation.add(bytes);
        rejected.add(new RejectedRow(place, List.copyOf(kept)));
    }

    void drop(DroppedRow row) {
        reservation.add(BYTES_OF_ROW);
        dropped.add(row);
    }

    /** Holds more bytes until it is closed. */
    void hold(long bytes) {
        reservation.add(bytes);
    }

    /** Of the rows of a request with a key. */
    public RowsDigest digest() {
        return digest;
    }

    /** How many rows there are. */
    public int size() {
        return accepted.size() + rejected.size() + dropped.size();
    }

    /** Whether there are rows, and all have faults. */
    public boolean isAllBad() {
        return !rejected.isEmpty() && rejected.size() == size();
    }

    /** What to publish. */
    public List<EncodedLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Forgets the lines once they are published; what the answer says of them is kept. */
    public void releaseLines() {
        lines.clear();
        reservation.release(bytesOfLines);
        bytesOfLines = 0;
    }

    public List<AcceptedRow> accepted() {
        return Collections.unmodifiableList(accepted);
    }

    public List<RejectedRow> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    public List<DroppedRow> dropped() {
        return Collections.unmodifiableList(dropped);
    }

    @Override
    public void close() {
        reservation.close();
    }
}
