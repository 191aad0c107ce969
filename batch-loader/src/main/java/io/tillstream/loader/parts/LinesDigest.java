package io.tillstream.loader.parts;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import java.time.ZoneOffset;

/** A digest of lines whose ids the file gives. It does not depend on their order: it is the sum of those of each. */
final class LinesDigest {

    private final Digest128 digest = new Digest128();
    private long high;
    private long low;

    void add(TransactionLine line) {
        LineContent content = line.content();
        Digest128.Hash hash = digest.add(line.lineId().value())
                .add(content.invoiceNo().value())
                .add(content.stockCode().value())
                .add(content.quantity())
                .add(content.unitPrice().toPlainString())
                .add(content.invoiceDate().toEpochSecond(ZoneOffset.UTC))
                .finish();
        high += hash.high();
        low += hash.low();
    }

    Digest128.Hash plus(Digest128.Hash other) {
        return new Digest128.Hash(high + other.high(), low + other.low());
    }
}
