package io.tillstream.localcloud.dynamodb.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Key values as bytes whose unsigned order is the order of the values. The bytes of one value end by themselves, so
 * several can follow each other, and a value's order comes before that of what follows it.
 */
public final class KeyCodec {

    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int POSITIVE = 3;
    private static final int LEAST_EXPONENT = -130;

    private KeyCodec() {}

    /** The value's bytes; only strings, numbers and binaries can be keys. */
    public static byte[] encode(Value key) {
        ByteWriter out = new ByteWriter(48);
        switch (key) {
            case Text text -> writeEscaped(text.value().getBytes(UTF_8), out);
            case Binary binary -> writeEscaped(Binary.bytesOf(binary.value()), out);
            case Num number -> writeNumber(number.value(), out);
            default -> throw new IllegalArgumentException("No key is of type " + key.type());
        }
        if (!(key instanceof Num)) {
            out.put(0);
            out.put(0);
        }
        return out.toArray();
    }

    /** What the bytes of every string or binary that begins with this one begin with. */
    public static byte[] encodePrefix(Value prefix) {
        byte[] whole = encode(prefix);
        return Arrays.copyOf(whole, whole.length - 2);
    }

    /** A zero byte is followed by 0xFF, so that the end, two zero bytes, comes before every continuation. */
    private static void writeEscaped(byte[] content, ByteWriter out) {
        for (byte b : content) {
            out.put(b);
            if (b == 0) {
                out.put(0xFF);
            }
        }
    }

    /** The sign, the exponent, and the digits by two; all but the sign inverted for negative numbers. */
    private static void writeNumber(BigDecimal number, ByteWriter out) {
        if (number.signum() == 0) {
            out.put(ZERO);
            return;
        }
        int inversion = number.signum() < 0 ? 0xFF : 0;
        out.put(number.signum() < 0 ? NEGATIVE : POSITIVE);
        out.put((number.precision() - number.scale() - 1 - LEAST_EXPONENT) ^ inversion);
        String digits = number.unscaledValue().abs().toString();
        for (int i = 0; i < digits.length(); i += 2) {
            int tens = digits.charAt(i) - '0';
            int ones = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            out.put((tens * 10 + ones + 1) ^ inversion);
        }
        out.put(inversion);
    }
}
