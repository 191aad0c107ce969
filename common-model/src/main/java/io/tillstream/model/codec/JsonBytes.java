package io.tillstream.model.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * Writes a JSON object as UTF-8, its properties in the order of the calls. It knows just the few kinds of values that
 * lines are made of, and so takes a third of the time of a generator for all of JSON.
 */
final class JsonBytes {

    private static final int USUAL_SIZE = 512;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int MOST_DECIMALS = 10;
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private byte[] bytes = new byte[USUAL_SIZE];
    private int end;

    /** A property name, ready to be written. */
    static byte[] name(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    void open() {
        put('{');
    }

    void open(byte[] name) {
        begin(name, 1);
        put('{');
    }

    void close() {
        put('}');
    }

    void property(byte[] name, String text) {
        begin(name, text.length() + 2);
        put('"');
        plainOrEscaped(text);
        put('"');
    }

    /** @param isForSql whether as SQL writes it */
    void property(byte[] name, LocalDateTime time, boolean isForSql) {
        begin(name, WireTime.MAX_LENGTH + 2);
        bytes[end++] = '"';
        end = WireTime.write(time, isForSql, bytes, end);
        bytes[end++] = '"';
    }

    /** @param isForSql whether as SQL writes it */
    void property(byte[] name, Instant moment, boolean isForSql) {
        begin(name, WireTime.MAX_LENGTH + 2);
        bytes[end++] = '"';
        end = WireTime.write(moment, isForSql, bytes, end);
        bytes[end++] = '"';
    }

    void property(byte[] name, long number) {
        if (number == Long.MIN_VALUE) {
            literal(name, Long.toString(number));
        } else {
            number(name, number, 0);
        }
    }

    /** An exact number, without an exponent. */
    void property(byte[] name, BigDecimal number) {
        int scale = number.scale();
        if (scale >= 0 && scale <= MOST_DECIMALS && number.precision() <= DIGITS_OF_A_LONG) {
            number(name, number.scaleByPowerOfTen(scale).longValue(), scale);
        } else {
            literal(name, number.toPlainString());
        }
    }

    /** Writes a number that is so many of the units of its last decimal, from its last digit to its first. */
    private void number(byte[] name, long units, int decimals) {
        long rest = Math.abs(units);
        int digits = Math.max(digits(rest), decimals + 1);
        int length = (units < 0 ? 1 : 0) + digits + (decimals > 0 ? 1 : 0);
        begin(name, length);
        if (units < 0) {
            bytes[end] = '-';
        }
        end += length;
        int at = end;
        for (int i = 0; i < digits; i++) {
            if (i == decimals && i > 0) {
                bytes[--at] = '.';
            }
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    void property(byte[] name, boolean flag) {
        literal(name, Boolean.toString(flag));
    }

    /** Ends a line of objects. */
    void endLine() {
        put('\n');
    }

    /** Writes the content to a stream, and starts again empty. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, end);
        end = 0;
    }

    int length() {
        return end;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, end);
    }

    private void literal(byte[] name, String ascii) {
        begin(name, ascii.length());
        plainOrEscaped(ascii);
    }

    /** Writes a comma, unless it is the first property of its object, and the name, with room for so much behind it. */
    private void begin(byte[] name, int more) {
        ensure(1 + name.length + more);
        if (bytes[end - 1] != '{') {
            bytes[end++] = ',';
        }
        append(name);
    }

    /** Nearly all texts are printable ASCII, of which each character is a byte; what is not is written the slow way. */
    private void plainOrEscaped(String text) {
        int length = text.length();
        ensure(length);
        byte[] target = bytes;
        int at = end;
        int plain = 0;
        while (plain < length && isPlain(text.charAt(plain))) {
            target[at + plain] = (byte) text.charAt(plain);
            plain++;
        }
        end = at + plain;
        if (plain < length) {
            escape(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private void escape(byte[] utf8) {
        ensure(utf8.length * "\\u0000".length());
        for (byte b : utf8) {
            if (b == '"' || b == '\\') {
                bytes[end++] = '\\';
                bytes[end++] = b;
            } else if (b >= 0 && b < ' ') {
                append(new byte[] {'\\', 'u', '0', '0'});
                bytes[end++] = (byte) HEXADECIMAL.charAt(b >> 4);
                bytes[end++] = (byte) HEXADECIMAL.charAt(b & 0xF);
            } else {
                bytes[end++] = b;
            }
        }
    }

    private void put(char ascii) {
        ensure(1);
        bytes[end++] = (byte) ascii;
    }

    private void append(byte[] ascii) {
        System.arraycopy(ascii, 0, bytes, end, ascii.length);
        end += ascii.length;
    }

    private void ensure(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }
}
