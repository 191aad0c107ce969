package io.tillstream.model.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a stream, and fails at bytes that do not fit the charset, which the JDK's reader would replace by question
 * marks. It hands over all characters before those bytes first.
 */
final class StrictReader extends Reader {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final Charset charset;
    private final ByteBuffer bytes = ByteBuffer.allocate(8_192).limit(0);
    private CharsetDecoder decoder;
    private boolean begun;
    private boolean ended;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!begun) {
            begin();
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > offset) {
                return chars.position() - offset;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void begin() throws IOException {
        begun = true;
        while (bytes.remaining() < UTF_8_MARK.length && !ended) {
            fill();
        }
        boolean marked = bytes.remaining() >= UTF_8_MARK.length
                && bytes.slice(0, UTF_8_MARK.length).equals(ByteBuffer.wrap(UTF_8_MARK));
        if (marked && !charset.equals(StandardCharsets.UTF_8)) {
            decoder = StandardCharsets.UTF_8.newDecoder();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }
}
