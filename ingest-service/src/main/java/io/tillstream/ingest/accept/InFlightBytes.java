package io.tillstream.ingest.accept;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes that all requests together hold until the stream has them. */
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
            if (held.addAndGet(bytes) > most) {
                throw new RequestRefused(RequestRefused.Reason.SATURATED, "too many rows wait for the stream");
            }
        }

        @Override
        public void close() {
            held.addAndGet(-mine);
            mine = 0;
        }
    }
}
