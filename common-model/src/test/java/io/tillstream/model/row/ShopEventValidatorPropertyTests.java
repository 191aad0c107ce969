package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.identity.EventHashing;
import io.tillstream.model.identity.LineIdentity;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

final class ShopEventValidatorPropertyTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 2_000)
    void answersEveryRow(@ForAll("rows") List<Tuple2<String, RawValue>> row) {
        RowResult result = new ShopEventValidator(RowSettings.of(RowBounds.DEFAULT))
                .validate(raw(row), 0, LineIdentity.ofContent(EventHashing.INSTANCE), NOW);
        if (result instanceof RowResult.Rejection rejection) {
            assertThat(rejection.errors())
                    .allSatisfy(error -> assertThat(error.message().length()).isLessThan(250));
        }
    }

    /** The fields of an event, some of them with another value. */
    @Provide
    Arbitrary<List<Tuple2<String, RawValue>>> rows() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(EventFields.ALL.labels()), Arbitraries.strings().ofMaxLength(50));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings().withChars("0123456789+-.eE/: TZUC").ofMaxLength(30),
                Arbitraries.of("0001-01-01T00:00+18:00", "9999-12-31 23:59:59-18:00", "1e-2147483648", "9e2147483647"));
        Arbitrary<RawValue> values = Arbitraries.oneOf(
                texts.map(RawValue.Text::new), texts.map(RawValue.Numeral::new), Arbitraries.of(RawValue.Other.class));
        return names.flatMap(name -> values.map(value -> Tuple.of(name, value)))
                .list()
                .ofMaxSize(4);
    }

    private static RawRow raw(List<Tuple2<String, RawValue>> changes) {
        Rows rows = Rows.event();
        changes.forEach(change -> rows.with(change.get1(), change.get2()));
        return rows.row();
    }
}
