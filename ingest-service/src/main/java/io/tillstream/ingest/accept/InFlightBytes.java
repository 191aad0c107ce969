package io.tillstream.ingest.accept;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes that all requests together hold until they are answered. */
final class InFlightBytes {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    InFlightBytes(long most) {
        this.most = most;
    }

    long held() {
        return held.get();
    }

    /** What one request holds. */
    Reservation open() {
        return new Reservation();
    }

    final class Reservation implements AutoCloseable {

        private long mine;

        /** Holds more bytes, or refuses the request. */
        void add(long bytes) {
            mine += bytes;
            if (held.addAndGet(bytes) <= most) {
                return;
            }
            if (mine > most) {
                throw new RequestRefused(
                        RequestRefused.Reason.TOO_MANY_BYTES,
                        "the rows and their faults take more than " + most + " bytes");
            }
            throw new RequestRefused(RequestRefused.Reason.SATURATED, "too many rows wait for the stream");
        }

        /** Gives some of the bytes back. */
        void release(long bytes) {
            mine -= bytes;
            held.addAndGet(-bytes);
        }

        @Override
        public void close() {
            release(mine);
        }
    }
}
