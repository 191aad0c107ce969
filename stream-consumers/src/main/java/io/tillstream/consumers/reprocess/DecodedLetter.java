package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.TransactionLine;

/** A dead letter whose bytes can be decoded into a line. */
record DecodedLetter(DeadLetter letter, TransactionLine line) {

    /**
     * Whether the row goes through the stream again: what could not be decoded is wanted by every sink, and into the
     * lake there is no other way.
     */
    boolean goesThroughTheStream(String sink) {
        return isWantedByAll() || sink.equals("lake");
    }

    boolean isWantedByAll() {
        return letter.stage() == DeadRecord.Stage.DECODE;
    }

    StreamLine asStreamLine() {
        return new StreamLine(
                Position.of(letter.sequence(), letter.subSequence()), letter.arrivedAt(), line, letter.bytes());
    }
}
