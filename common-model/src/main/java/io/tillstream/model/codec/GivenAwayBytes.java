package io.tillstream.model.codec;

import java.io.ByteArrayOutputStream;

/** Grows by what it gets, which is a whole line at once, and then gives it away instead of a copy. */
final class GivenAwayBytes extends ByteArrayOutputStream {

    GivenAwayBytes() {
        super(0);
    }

    @Override
    public synchronized byte[] toByteArray() {
        return count == buf.length ? buf : super.toByteArray();
    }
}
