package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.TransactionLine;

/** A dead letter among those of a sink. */
record FoundLetter(String sink, DeadLetter letter) {

    /** What could not be decoded is wanted by every sink. */
    boolean isWantedByAll() {
        return letter.stage() == DeadRecord.Stage.DECODE;
    }

    GivenRows.Row row(TransactionLine line) {
        Position position = Position.of(letter.sequence(), letter.subSequence());
        return new GivenRows.Row(new StreamLine(position, letter.arrivedAt(), line, letter.bytes()), this);
    }
}
