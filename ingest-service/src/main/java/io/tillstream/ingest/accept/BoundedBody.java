package io.tillstream.ingest.accept;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Refuses a body once it turns out larger or slower than it may be. To close it does not close what it reads from. */
final class BoundedBody extends FilterInputStream {

    private final long most;
    private final InstantSource clock;
    private final Duration time;
    private final Instant deadline;
    private long count;

    BoundedBody(InputStream body, long most, Duration time, InstantSource clock) {
        super(body);
        this.most = most;
        this.clock = clock;
        this.time = time;
        this.deadline = clock.instant().plus(time);
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
        int read = super.read(buffer, offset, length);
        count += Math.max(read, 0);
        if (count > most) {
            throw RequestRefused.tooManyBytes(most);
        }
        if (clock.instant().isAfter(deadline)) {
            throw new RequestRefused(
                    RequestRefused.Reason.TOO_SLOW,
                    "the body took more than " + time.toMillis() / 1_000.0 + " s to arrive");
        }
        return read;
    }

    @Override
    public void close() {}
}
