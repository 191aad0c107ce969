package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.storage.LogRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream at work. Its thread delivers when the buffer is full or its oldest record old enough, and tries again until
 * it succeeds: nothing is dropped.
 */
final class DeliveryStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStream.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final DeliveryDescription description;
    private final DeliveryBuffer buffer;
    private final ObjectDelivery delivery;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean hurried;
    private boolean closing;

    DeliveryStream(DeliveryDescription description, DeliveryBuffer buffer, ObjectDelivery delivery, Clock clock) {
        this.description = description;
        this.buffer = buffer;
        this.delivery = delivery;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("firehose-" + description.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    DeliveryDescription description() {
        return description;
    }

    /** Takes records over and returns the position of the first. */
    long put(List<ByteBuffer> payloads) {
        long position = buffer.append(clock.millis(), payloads);
        signal();
        return position;
    }

    /** Delivers what is buffered without waiting for more. */
    void hurry() {
        lock.lock();
        try {
            hurried = true;
        } finally {
            lock.unlock();
        }
        signal();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
        signal();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        buffer.close();
    }

    private void run() {
        try {
            Duration pause = FIRST_RETRY;
            while (awaitDue()) {
                if (deliver()) {
                    pause = FIRST_RETRY;
                } else {
                    await(pause);
                    pause = pause.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? pause.multipliedBy(2) : LAST_RETRY;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliver() throws InterruptedException {
        try {
            List<LogRecord> records =
                    buffer.next(Integer.MAX_VALUE, description.destination().bufferBytes());
            delivery.deliver(records);
            buffer.delivered(records);
            return true;
        } catch (IOException | RuntimeException e) {
            // The edge of the thread: the records stay in the buffer and are delivered later.
            LOG.warn("The delivery stream {} could not deliver to S3, and tries again", description.name(), e);
            return false;
        }
    }

    /** Waits until there is something to deliver; false once the stream is closed. */
    private boolean awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long wait = millisUntilDue(); wait > 0 && !closing; wait = millisUntilDue()) {
                changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(wait));
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private long millisUntilDue() {
        List<LogRecord> oldest = buffer.next(1, 1);
        if (oldest.isEmpty()) {
            hurried = false;
            return Long.MAX_VALUE;
        }
        Destination destination = description.destination();
        if (hurried || buffer.pendingBytes() >= destination.bufferBytes()) {
            return 0;
        }
        long due = oldest.getFirst().timeMillis() + destination.buffering().seconds() * 1000L;
        return due - clock.millis();
    }

    private void await(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
