package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Lines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LineIdentityTests {

    private static final LineContent ROW = Lines.heartHolder();

    @Test
    void derivesTheSameIdFromTheSameKeyAndPlace() {
        LineId id = LineIdentity.fromIdempotencyKey("till", "order-1").identify(ROW, 3);
        assertThat(LineIdentity.fromIdempotencyKey("till", "order-1").identify(ROW, 3))
                .isEqualTo(id);
        assertThat(LineIdentity.fromIdempotencyKey("till", "order-1").identify(ROW, 4))
                .isNotEqualTo(id);
        assertThat(LineIdentity.fromIdempotencyKey("till", "order-2").identify(ROW, 3))
                .isNotEqualTo(id);
        assertThat(LineIdentity.fromIdempotencyKey("other", "order-1").identify(ROW, 3))
                .isNotEqualTo(id);
    }

    @Test
    void refusesABlankKey() {
        assertThatThrownBy(() -> LineIdentity.fromIdempotencyKey("till", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesUniqueIds() {
        Set<LineId> ids = new HashSet<>();
        for (int request = 0; request < 100; request++) {
            LineIdentity identity = LineIdentity.unique();
            for (int place = 0; place < 100; place++) {
                ids.add(identity.identify(ROW, place));
            }
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void numbersTheOccurrencesOfTheSameContent() {
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        String first = identity.identify(ROW, 0).value();
        String second = identity.identify(ROW, 7).value();
        assertThat(first).matches("[0-9a-f]{32}-1");
        assertThat(second).isEqualTo(first.replaceFirst("-1$", "-2"));
        assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE)
                        .identify(ROW, 9)
                        .value())
                .isEqualTo(first);
    }

    @Test
    void tellsEqualRowsOfTwoSourcesApart() {
        LineId id =
                LineIdentity.ofContent(TransactionHashing.INSTANCE, "till-1").identify(ROW, 0);
        assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE, "till-1").identify(ROW, 5))
                .isEqualTo(id);
        assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE, "till-2").identify(ROW, 0))
                .isNotEqualTo(id);
        assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(ROW, 0))
                .isNotEqualTo(id);
    }

    @Test
    void keepsItsIdInAShop() {
        TransactionLine line = new TransactionLine(ROW, new LineId("1"), Instant.EPOCH);
        TransactionLine inSoho = line.inStore(new StoreId("soho"));
        assertThat(inSoho.lineId()).isEqualTo(line.lineId());
        assertThat(inSoho.storeId()).contains(new StoreId("soho"));
        assertThat(inSoho.inStore(new StoreId("bristol"))).isEqualTo(inSoho);
    }

    @Test
    void keepsTheIdOfTheFirstRowForever() {
        assertThat(LineIdentity.ofContent(TransactionHashing.INSTANCE)
                        .identify(ROW, 0)
                        .value())
                .isEqualTo("42f9457f172a2212915a883889496f89-1");
        assertThat(LineIdentity.fromIdempotencyKey("till", "order-1")
                        .identify(ROW, 7)
                        .value())
                .isEqualTo("0c851a191320206fcababd07254fbc27-7");
    }
}
