package io.tillstream.ingest.accept;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), of one member or several. Where the JDK's stream takes whatever else follows a member for the
 * end of the data, be it other bytes or a connection that breaks, this one fails.
 */
final class GzipBody extends InputStream {

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] packed = new byte[8_192];
    private int at;
    private int end;
    private boolean inMember;
    private boolean begun;

    GzipBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (length > 0 && (inMember || openMember())) {
            int count = inflate(buffer, offset, length);
            if (count > 0) {
                checksum.update(buffer, offset, count);
                return count;
            }
            if (inflater.finished()) {
                closeMember();
            }
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            if (at == end && !fill()) {
                throw truncated();
            }
            inflater.setInput(packed, at, end - at);
            at = end;
        }
        try {
            return inflater.inflate(buffer, offset, length);
        } catch (DataFormatException e) {
            throw new UnreadableBody("the gzip data is damaged");
        }
    }

    /** Reads the header of the next member, if there is one. */
    private boolean openMember() throws IOException {
        if (at == end && !fill()) {
            if (begun) {
                return false;
            }
            throw new UnreadableBody("the body is empty");
        }
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw new UnreadableBody(begun ? "there is more after the end of the gzip data" : "the body is not gzip");
        }
        skipHeader(next());
        inMember = true;
        begun = true;
        return true;
    }

    private void skipHeader(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw new UnreadableBody("the gzip header is damaged");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void closeMember() throws IOException {
        at = end - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xFFFFFFFFL;
        if (number() != checksum.getValue() || number() != length) {
            throw new UnreadableBody("the gzip data is damaged");
        }
        inflater.reset();
        checksum.reset();
        inMember = false;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int character = next();
        while (character != 0) {
            character = next();
        }
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw truncated();
        }
        return packed[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(packed, 0, packed.length), 0);
        return end > 0;
    }

    private static UnreadableBody truncated() {
        return new UnreadableBody("the gzip data ends too early");
    }
}
