package io.tillstream.ingest.accept;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body as soon as it is larger or slower than it may be. To close it does not close what it reads from. */
final class BoundedBody extends FilterInputStream {

    private final long most;
    private final BodyPace pace;
    private long count;

    BoundedBody(InputStream body, long most, BodyPace pace) {
        super(body);
        this.most = most;
        this.pace = pace;
    }

    /** The bytes read. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        pace.waits();
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            return read;
        }
        count += read;
        if (count > most) {
            throw RequestRefused.tooManyBytes(most);
        }
        pace.arrived(read);
        return read;
    }

    @Override
    public void close() {}
}
