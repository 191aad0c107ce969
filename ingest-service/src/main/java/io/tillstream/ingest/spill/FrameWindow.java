package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A part of a segment in memory, from which lines are taken in portions. */
final class FrameWindow {

    /** Keeps what cannot be read. */
    interface SetAside {
        void keep(int from, ByteBuffer unreadable) throws IOException;
    }

    private final ByteBuffer bytes;
    private int position;
    private int taken;
    private int takenRows;
    private Instant oldest = Instant.EPOCH;

    FrameWindow(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * The next lines; the same ones again until {@link #confirm()}. Ends soon after so many bytes, or before something
     * that cannot be read; what cannot be read is set aside when nothing is before it.
     *
     * @return no lines at the end only
     */
    List<EncodedLine> take(long enoughBytes, SetAside setAside) throws IOException {
        List<EncodedLine> lines = new ArrayList<>();
        taken = position;
        while (taken < bytes.limit() && (lines.isEmpty() || taken - position < enoughBytes)) {
            JournalPiece next = JournalPiece.at(bytes, taken);
            if (next instanceof JournalPiece.Whole frame) {
                oldest = lines.isEmpty() ? frame.spilledAt() : oldest;
                lines.addAll(frame.lines());
                taken = frame.to();
            } else if (lines.isEmpty()) {
                setAside.keep(next.from(), bytes.slice(next.from(), next.to() - next.from()));
                taken = next.to();
                position = taken;
            } else {
                break;
            }
        }
        takenRows = lines.size();
        return lines;
    }

    /** What was taken last need not be given again. */
    void confirm() {
        position = taken;
    }

    /** Whether a frame comes next. */
    boolean isReadable() {
        return position < bytes.limit() && JournalPiece.at(bytes, position) instanceof JournalPiece.Whole;
    }

    /** Whether everything was taken. */
    boolean isTaken() {
        return taken == bytes.limit();
    }

    int size() {
        return bytes.limit();
    }

    /** How many bytes were taken last. */
    int takenBytes() {
        return taken - position;
    }

    /** How many lines were taken last. */
    int takenRows() {
        return takenRows;
    }

    /** How far it is confirmed. */
    int position() {
        return position;
    }

    boolean isExhausted() {
        return position == bytes.limit();
    }

    /** When the lines that were taken last had been spilled. */
    Instant oldest() {
        return oldest;
    }
}
