package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

final class TransactionValidatorPropertyTests {

    @Property(tries = 2_000)
    void answersEveryRow(@ForAll("rows") List<Tuple2<String, RawValue>> row) {
        RowResult result = new TransactionValidator(RowSettings.USUAL)
                .validate(
                        raw(row),
                        0,
                        LineIdentity.ofContent(TransactionHashing.INSTANCE),
                        Instant.parse("2026-01-01T00:00:00Z"));
        if (result instanceof RowResult.Accepted accepted) {
            LineCodec codec = new LineCodec();
            assertThat(codec.decode(codec.encode((TransactionLine) accepted.line())))
                    .isEqualTo(new Decoded.Line(accepted.line()));
        } else {
            assertThat(((RowResult.Rejection) result).errors())
                    .allSatisfy(error -> assertThat(error.message().length()).isLessThan(250));
        }
    }

    @Provide
    Arbitrary<List<Tuple2<String, RawValue>>> rows() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(TransactionFields.ALL.labels()),
                Arbitraries.strings().ofMaxLength(50));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(1_100),
                Arbitraries.strings().withChars("0123456789+-.eE/: TZ").ofMaxLength(30),
                Arbitraries.of("536365", "2.55", "12/1/2010 8:26", "1e-2147483648", "9e2147483647"));
        Arbitrary<RawValue> values = Arbitraries.oneOf(
                texts.map(RawValue.Text::new), texts.map(RawValue.Numeral::new), Arbitraries.of(RawValue.Other.class));
        return names.flatMap(name -> values.map(value -> Tuple.of(name, value)))
                .list()
                .ofMaxSize(15);
    }

    private static RawRow raw(List<Tuple2<String, RawValue>> row) {
        List<String> names = new ArrayList<>();
        List<RawValue> values = new ArrayList<>();
        row.forEach(pair -> {
            names.add(pair.get1());
            values.add(pair.get2());
        });
        return RawRow.of(names, values);
    }
}
