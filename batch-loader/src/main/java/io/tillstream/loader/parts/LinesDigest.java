package io.tillstream.loader.parts;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import java.time.ZoneOffset;

/** A digest of lines that does not depend on their order: the sum of those of each. */
final class LinesDigest {

    private final Digest128 digest = new Digest128();
    private long high;
    private long low;
    private long count;

    /** What a line says is mostly in its id already; the numbers are for ids that the file gives. */
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
        count++;
    }

    String text() {
        return new Digest128.Hash(high, low) + "-" + count;
    }
}
