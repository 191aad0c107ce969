package io.tillstream.localcloud.dynamodb.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyCodecTests {

    @Provide
    Arbitrary<String> texts() {
        return GeneratedItems.texts();
    }

    @Provide
    Arbitrary<ByteBuffer> binaries() {
        return GeneratedItems.binaries();
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                new GeneratedItems().numbers(), Arbitraries.integers().map(BigDecimal::valueOf));
    }

    @Property(tries = 200)
    void ordersNumbersBySize(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal other) {
        assertThat(compared(new Value.Num(one), new Value.Num(other))).isEqualTo(one.compareTo(other));
    }

    @Property(tries = 200)
    void ordersTextsByTheirUtf8Bytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        int order = Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
        assertThat(compared(new Value.Text(one), new Value.Text(other))).isEqualTo(Integer.signum(order));
        assertThat(Integer.signum(ValueOrder.compareTexts(one, other))).isEqualTo(Integer.signum(order));
    }

    @Property(tries = 200)
    void ordersBinariesByUnsignedBytes(@ForAll byte[] one, @ForAll byte[] other) {
        int order = Integer.signum(Arrays.compareUnsigned(one, other));
        ByteBuffer first = ByteBuffer.wrap(one);
        ByteBuffer second = ByteBuffer.wrap(other);
        assertThat(compared(new Value.Binary(first), new Value.Binary(second))).isEqualTo(order);
        assertThat(Integer.signum(ValueOrder.compareBinaries(first, second))).isEqualTo(order);
    }

    @Property(tries = 200)
    void endsByItselfSoThatAnotherCanFollow(
            @ForAll("texts") String one, @ForAll("texts") String other, @ForAll("binaries") ByteBuffer more) {
        byte[] first = joined(new Value.Text(one), new Value.Binary(more));
        byte[] second = joined(new Value.Text(other), new Value.Binary(ByteBuffer.allocate(0)));
        int order = ValueOrder.compareTexts(one, other);
        if (order != 0) {
            assertThat(Integer.signum(Arrays.compareUnsigned(first, second))).isEqualTo(Integer.signum(order));
        }
    }

    @Property(tries = 200)
    void beginsWithItsPrefixes(@ForAll("texts") String start, @ForAll("texts") String rest) {
        byte[] prefix = KeyCodec.encodePrefix(new Value.Text(start));
        byte[] whole = KeyCodec.encode(new Value.Text(start + rest));
        assertThat(Arrays.copyOf(whole, prefix.length)).isEqualTo(prefix);
    }

    @Test
    void refusesWhatCannotBeAKey() {
        assertThatThrownBy(() -> KeyCodec.encode(new Value.Bool(true))).isInstanceOf(IllegalArgumentException.class);
    }

    private static int compared(Value one, Value other) {
        return Integer.signum(Arrays.compareUnsigned(KeyCodec.encode(one), KeyCodec.encode(other)));
    }

    private static byte[] joined(Value one, Value other) {
        byte[] first = KeyCodec.encode(one);
        byte[] second = KeyCodec.encode(other);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
