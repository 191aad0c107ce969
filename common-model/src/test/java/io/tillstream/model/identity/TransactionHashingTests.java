package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Hashes lie in every store: what made them yesterday makes them for ever. */
final class TransactionHashingTests {

    private static final ContentHashing HASHING = TransactionHashing.INSTANCE;
    private static final LineId ID = new LineId("7f#3-1");
    private static final Instant RECEIVED = Instant.parse("2026-01-31T23:59:59.007Z");

    private static final LineContent FULL = new LineContent(
            new InvoiceNumber("C536379"),
            new StockCode("gift_0001_20"),
            "Gift Voucher £20.00 \"x\\y\"",
            -3,
            LocalDateTime.parse("2010-12-01T09:41:07"),
            new BigDecimal("16.6667"),
            new CustomerId("14527"),
            "EIRE",
            new StoreId("soho"));

    private static final LineContent BARE = new LineContent(
            new InvoiceNumber("A563186"),
            new StockCode("B"),
            null,
            Long.MIN_VALUE,
            LocalDateTime.parse("2011-08-12T14:51"),
            new BigDecimal("-11062.06"),
            null,
            "United Kingdom",
            null);

    private final Digest128 digest = new Digest128();

    @Test
    void remainsForWhatARowSays() {
        assertThat(HASHING.of(FULL, digest)).hasToString("59a1a0fa3cf02be8ac7ff6b46bd1eb9f");
        assertThat(HASHING.of(BARE, digest)).hasToString("f452bdce79b5209717d23f39b94320f3");
    }

    @Test
    void remainsForALineAndItsId() {
        assertThat(HASHING.of(lineOf(FULL), digest)).hasToString("6be8b433b3229d14d1993b90dc9e23cb");
        assertThat(HASHING.of(lineOf(BARE), digest)).hasToString("ba80c65a89902c6f43d8c2d36bcf997b");
    }

    @Test
    void remainsInTheVersionOfALine() {
        assertThat(TransactionHashing.versionOf(lineOf(FULL)))
                .hasToString("1 2026-01-31T23:59:59.007Z 59a1a0fa3cf02be8ac7ff6b46bd1eb9f");
    }

    @Test
    void remainsForTheRowsOfASource() {
        assertThat(LineIdentity.ofContent(HASHING, "till-1").identify(FULL, 0).value())
                .isEqualTo("8374b6289c62e4b3656f12f227796801-1");
        assertThat(LineIdentity.ofContent(HASHING, "till-1").identify(BARE, 0).value())
                .isEqualTo("73906ed21a1d66706f85b16f31d1ba14-1");
    }

    private static TransactionLine lineOf(LineContent content) {
        return new TransactionLine(content, ID, RECEIVED);
    }
}
