package io.tillstream.ingest.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stops writing an answer to a client that takes it too slowly. */
final class TimedOutput extends FilterOutputStream {

    private final InstantSource clock;
    private final Instant deadline;

    TimedOutput(OutputStream out, Duration time, InstantSource clock) {
        super(out);
        this.clock = clock;
        this.deadline = clock.instant().plus(time);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (clock.instant().isAfter(deadline)) {
            throw new IOException("The client reads its answer too slowly");
        }
        out.write(bytes, offset, length);
    }
}
