package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;

/** A line with a digest of its identity. */
record Identified(StreamLine line, Digest128.Hash identity) {

    /** @param digest to be used for this, by one thread at a time */
    static Identified of(StreamLine line, Digest128 digest) {
        TransactionLine said = line.line();
        return new Identified(
                line,
                digest.add(said.invoiceNo().value())
                        .add(said.stockCode().value())
                        .add(said.lineId().value())
                        .finish());
    }

    Position position() {
        return line.position();
    }
}
