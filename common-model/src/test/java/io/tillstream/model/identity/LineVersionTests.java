package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Lines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineVersionTests {

    private static final Instant EARLY = Instant.parse("2026-01-31T23:59:59.007Z");
    private static final LineId CONTENT_ID =
            LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(Lines.heartHolder(), 0);

    @Test
    void countsWhatWasReceivedFirst() {
        assertThat(version(line(2, null, "1", EARLY))).isLessThan(version(line(1, null, "1", EARLY.plusMillis(1))));
    }

    @Test
    void countsTheLowerHashOfThoseReceivedTogether() {
        LineVersion one = version(line(1, null, "1", EARLY));
        LineVersion other = version(line(2, null, "1", EARLY));
        assertThat(one.compareTo(other)).isNotZero().isEqualTo(-other.compareTo(one));
    }

    @Test
    void countsALineNamedByItsContentBeforeOneThatTookItsName() {
        TransactionLine honest = new TransactionLine(Lines.heartHolder(), CONTENT_ID, EARLY.plusSeconds(9));
        TransactionLine forged = line(7, null, CONTENT_ID.value(), EARLY);
        assertThat(version(honest)).isLessThan(version(forged));
    }

    @Test
    void knowsTheNameOfALineWhoseShopCameLater() {
        assertThat(version(line(6, "acme", CONTENT_ID.value(), EARLY)).rank() == LineVersion.Rank.NAMED_BY_CONTENT)
                .isTrue();
    }

    @Test
    void takesNoOtherIdForAName() {
        String hash = CONTENT_ID.value().substring(0, 32);
        for (String id : new String[] {hash, hash + "-", hash + "-x", hash + "+1", "0".repeat(32) + "-1"}) {
            assertThat(version(line(6, null, id, EARLY)).rank() == LineVersion.Rank.NAMED_BY_CONTENT)
                    .as(id)
                    .isFalse();
        }
    }

    @Test
    void countsAVoidBeforeEveryVersionAndOnceAmongVoids() {
        TransactionLine named = new TransactionLine(Lines.heartHolder(), CONTENT_ID, EARLY);
        LineVersion first = version(TransactionLine.voiding(named.key(), "wrong", "desk", EARLY.plusSeconds(9)));
        LineVersion second = version(TransactionLine.voiding(named.key(), "wrong too", "till", EARLY.plusSeconds(10)));
        assertThat(first).isLessThan(version(named)).isLessThan(second);
        assertThat(first.agreesWith(second)).isTrue();
        assertThat(version(named).agreesWith(first)).isTrue();
        assertThat(version(named).agreesWith(version(line(7, null, CONTENT_ID.value(), EARLY))))
                .isFalse();
    }

    @Property(tries = 300)
    void sortsAsTextAsItDoesItself(@ForAll("lines") TransactionLine one, @ForAll("lines") TransactionLine other) {
        LineVersion first = version(one);
        LineVersion second = version(other);
        assertThat(Integer.signum(first.toString().compareTo(second.toString())))
                .isEqualTo(Integer.signum(first.compareTo(second)));
    }

    @Provide
    Arbitrary<TransactionLine> lines() {
        return Lines.lines();
    }

    private static LineVersion version(TransactionLine line) {
        return TransactionHashing.versionOf(line);
    }

    private static TransactionLine line(long quantity, @Nullable String shop, String id, Instant receivedAt) {
        LineContent first = Lines.heartHolder();
        LineContent content = new LineContent(
                first.invoiceNo(),
                first.stockCode(),
                first.description(),
                quantity,
                first.invoiceDate(),
                first.unitPrice(),
                first.customerId(),
                first.country(),
                shop == null ? null : new StoreId(shop));
        return new TransactionLine(content, new LineId(id), receivedAt);
    }
}
