package io.tillstream.warehouse.load;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/** Fields in the binary format of COPY, sent in large pieces. Its receiver has nothing to parse. */
final class CopyFields {

    private static final int PIECE = 1 << 16;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final short END = -1;
    private static final int NULL = -1;
    private static final byte JSONB_VERSION = 1;
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000;
    private static final int DECIMALS_OF_A_DIGIT = 4;
    private static final int BASE = 10_000;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final short NEGATIVE = 0x4000;

    private final CopyIn copy;
    private ByteBuffer piece = ByteBuffer.allocate(2 * PIECE);

    CopyFields(CopyIn copy) {
        this.copy = copy;
        piece.put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_EXTENSION);
    }

    /** Begins a row of so many fields. */
    void row(int fields) throws SQLException {
        if (piece.position() >= PIECE) {
            send();
        }
        room(Short.BYTES).putShort((short) fields);
    }

    void text(@Nullable String value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An {@code integer}. */
    void integer(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    /** A {@code bigint}. */
    void integer(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    void numeric(BigDecimal value) {
        boolean isUsual = value.scale() >= 0
                && value.scale() <= DECIMALS_OF_A_DIGIT
                && value.precision() <= DIGITS_OF_A_LONG - DECIMALS_OF_A_DIGIT;
        if (isUsual) {
            numeric(value.movePointRight(DECIMALS_OF_A_DIGIT).longValue(), value.scale());
        } else {
            bytes(ByteConverter.numeric(value));
        }
    }

    /** PostgreSQL's digits are of base 10,000, so the last one of ten thousandths is all that stands behind the point. */
    private void numeric(long tenThousandths, int scale) {
        long rest = Math.abs(tenThousandths);
        int digits = 1;
        for (long before = rest / BASE; before > 0; before /= BASE) {
            digits++;
        }
        int length = (4 + digits) * Short.BYTES;
        room(Integer.BYTES + length)
                .putInt(length)
                .putShort((short) digits)
                .putShort((short) (digits - 2))
                .putShort(tenThousandths < 0 ? NEGATIVE : 0)
                .putShort((short) scale);
        int end = piece.position() + digits * Short.BYTES;
        for (int at = end - Short.BYTES; at >= piece.position(); at -= Short.BYTES) {
            piece.putShort(at, (short) (rest % BASE));
            rest /= BASE;
        }
        piece.position(end);
    }

    /** A {@code timestamp} of whole seconds. */
    void timestamp(LocalDateTime value) {
        integer((value.toEpochSecond(ZoneOffset.UTC) - EPOCH) * MICROS);
    }

    /** A {@code timestamptz}. */
    void timestamp(Instant value) {
        integer((value.getEpochSecond() - EPOCH) * MICROS + value.getNano() / 1_000);
    }

    void jsonb(@Nullable String value) {
        if (value == null) {
            text(null);
        } else {
            byte[] json = value.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + 1 + json.length)
                    .putInt(1 + json.length)
                    .put(JSONB_VERSION)
                    .put(json);
        }
    }

    /** Sends what is left. There are no more rows. */
    void finish() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
    }

    private void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    private ByteBuffer room(int bytes) {
        if (piece.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (piece.position() + bytes));
            piece = larger.put(piece.flip());
        }
        return piece;
    }

    private void send() throws SQLException {
        copy.writeToCopy(piece.array(), 0, piece.position());
        piece.clear();
    }
}
