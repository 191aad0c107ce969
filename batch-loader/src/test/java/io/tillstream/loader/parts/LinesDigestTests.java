package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.TransactionHashing;
import org.junit.jupiter.api.Test;

/** Digests lie in the ledger of loads: a file that was loaded before is known by them. */
class LinesDigestTests {

    private static final TransactionLine ONE = SampleLines.line("536365", "85123A", "a");
    private static final TransactionLine GUEST = SampleLines.line("C536379", "D", "7f#3-1", null, -3, "16.6667");

    @Test
    void remainsForTheSameLines() {
        LinesDigest digest = new LinesDigest(TransactionHashing.INSTANCE);
        digest.add(ONE);
        digest.add(SampleLines.ofShop(GUEST, "soho"));
        assertThat(digest.plus(new Digest128.Hash(1, 2))).hasToString("609cf874423b0898b3ef3111dbbb67b6");
    }

    @Test
    void doesNotCountWhatTellsNoLineApart() {
        LineContent content = ONE.content();
        LineContent told = new LineContent(
                content.invoiceNo(),
                content.stockCode(),
                "another text",
                content.quantity(),
                content.invoiceDate(),
                content.unitPrice(),
                null,
                "France",
                null);
        assertThat(digestOf(new TransactionLine(told, ONE.lineId(), ONE.receivedAt())))
                .isEqualTo(digestOf(ONE));
        assertThat(digestOf(new TransactionLine(content, new LineId("b"), ONE.receivedAt())))
                .isNotEqualTo(digestOf(ONE));
    }

    private static Digest128.Hash digestOf(TransactionLine line) {
        LinesDigest digest = new LinesDigest(TransactionHashing.INSTANCE);
        digest.add(line);
        return digest.plus(new Digest128.Hash(0, 0));
    }
}
