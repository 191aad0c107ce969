package io.tillstream.localcloud.dynamodb.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any item and any key value, numbers at the ends of their range among them. */
class GeneratedItems extends DomainContextBase {

    @Provide
    Arbitrary<Item> items() {
        return Arbitraries.maps(texts(), values(2)).ofMaxSize(6).map(Item::new);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        BigInteger largest = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers().between(largest.negate(), largest);
        return Combinators.combine(digits, Arbitraries.integers().between(-88, 130))
                .as(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.signum() != 0)
                .filter(number -> number.precision() - number.scale() - 1 >= -130)
                .injectDuplicates(0.1)
                .edgeCases(cases -> cases.add(BigDecimal.ZERO));
    }

    private Arbitrary<Value> values(int levels) {
        return levels == 0
                ? Arbitraries.oneOf(scalars(), sets())
                : Arbitraries.oneOf(scalars(), sets(), documents(levels - 1));
    }

    private Arbitrary<Value> scalars() {
        return Arbitraries.oneOf(
                texts().map(Value.Text::new),
                numbers().map(Value.Num::new),
                binaries().map(Value.Binary::new),
                Arbitraries.of(new Value.Bool(true), new Value.Bool(false), new Value.Null()));
    }

    private Arbitrary<Value> sets() {
        return Arbitraries.oneOf(
                texts().set().ofMinSize(1).ofMaxSize(5).map(Value.TextSet::new),
                numbers().set().ofMinSize(1).ofMaxSize(5).map(Value.NumSet::new),
                binaries().set().ofMinSize(1).ofMaxSize(5).map(Value.BinarySet::new));
    }

    private Arbitrary<Value> documents(int levels) {
        return Arbitraries.oneOf(
                values(levels).list().ofMaxSize(3).map(Value.ListValue::new),
                Arbitraries.maps(texts(), values(levels)).ofMaxSize(3).map(Value.MapValue::new));
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("aZ\u0000\u007f\u0080\u07ff\u0800\uffee")
                .ofMaxLength(6);
        Arbitrary<String> pairs = Arbitraries.of("", "\ud83d\ude00");
        // Not a flat map, of which jqwik counts all values, again and again.
        return Combinators.combine(pairs, texts, pairs)
                .as((before, text, after) -> before + text + after)
                .filter(text -> !text.isEmpty());
    }

    static Arbitrary<ByteBuffer> binaries() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(6).map(ByteBuffer::wrap);
    }
}
