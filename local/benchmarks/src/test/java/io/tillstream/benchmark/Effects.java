package io.tillstream.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Looks invoices up again and again until they are there, and keeps how long that took. */
final class Effects {

    /** A look costs the store as much as a line does: at a tenth of this, looking was most of the load. */
    private static final long BETWEEN_LOOKS = 50_000_000;

    /** Tomcat closes a connection after a hundred requests. */
    private static final int LOOKS_A_CONNECTION = 50;

    private static final long LONGEST = 120_000_000_000L;

    private final URI query;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Future<?>> followed = new ConcurrentLinkedQueue<>();
    private final Histogram fromSending = new ConcurrentHistogram(LONGEST, 3);
    private final Histogram fromAnswer = new ConcurrentHistogram(LONGEST, 3);
    private final Histogram answers = new ConcurrentHistogram(LONGEST, 3);

    Effects(URI query) {
        this.query = query;
    }

    /** Follows an invoice whose request was due and answered at these times. */
    void follow(String invoice, long due, long answered) {
        answers.recordValue(answered - due);
        followed.add(threads.submit(() -> {
            long visible = visible(invoice);
            fromSending.recordValue(visible - due);
            fromAnswer.recordValue(visible - answered);
            return visible;
        }));
    }

    void awaitAll() throws InterruptedException, ExecutionException {
        for (Future<?> sample : followed) {
            sample.get();
        }
        threads.shutdown();
    }

    int samples() {
        return followed.size();
    }

    Histogram fromSending() {
        return fromSending;
    }

    Histogram fromAnswer() {
        return fromAnswer;
    }

    Histogram answers() {
        return answers;
    }

    private long visible(String invoice) throws IOException {
        byte[] look = ("GET /invoices/" + invoice + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long deadline = System.nanoTime() + LONGEST;
        while (System.nanoTime() - deadline < 0) {
            try (Connection connection = new Connection(query)) {
                for (int looks = 0; looks < LOOKS_A_CONNECTION; looks++) {
                    if (connection.exchange(look) == 200) {
                        return System.nanoTime();
                    }
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                }
            }
        }
        throw new IllegalStateException("A row that was acknowledged is not there");
    }
}
