package io.tillstream.storecalls;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many calls may be under way, found by trying: one more after every round of calls that used all there are,
 * and a share fewer when DynamoDB says that it is too much, or takes twice as long as when little is under way.
 */
final class CallLimit {

    private static final double CUT_WHEN_OVERLOADED = 0.7;
    private static final double CUT_WHEN_SLOW = 0.9;
    private static final double SLOW = 2;
    private static final int MIN_ROUND = 10;

    /** After so many rounds, how long a call takes is measured anew with few under way: endpoints change. */
    private static final int ROUNDS_BETWEEN_PROBES = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private final int floor;
    private final int ceiling;
    private final LongSupplier nanoTime;

    private double limit;
    private int underWay;
    private long lastCut;
    private boolean wasFull;
    private int timed;
    private long timeOfRound;
    private int rounds;
    private double quickest = Double.MAX_VALUE;

    CallLimit(int floor, int ceiling, LongSupplier nanoTime) {
        this.floor = floor;
        this.ceiling = ceiling;
        this.nanoTime = nanoTime;
        this.limit = floor;
        this.lastCut = nanoTime.getAsLong();
    }

    int current() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a call may begin.
     *
     * @return when it began
     */
    long begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay >= (int) limit) {
                free.await();
            }
            underWay++;
            wasFull |= underWay >= (int) limit;
            return nanoTime.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    /** A call has ended, however it did. */
    void end() {
        lock.lock();
        try {
            underWay--;
            free.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A call was too much for DynamoDB. Those that began before the last cut say nothing new. */
    void overloaded(long begun) {
        lock.lock();
        try {
            if (begun - lastCut >= 0) {
                cutTo(limit * CUT_WHEN_OVERLOADED);
                lastCut = nanoTime.getAsLong();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call succeeded that is like all others that are reported here, and took as long as it did. */
    void succeeded(long begun) {
        lock.lock();
        try {
            timeOfRound += nanoTime.getAsLong() - begun;
            timed++;
            if (timed >= Math.max(MIN_ROUND, limit)) {
                endRound((double) timeOfRound / timed);
            }
        } finally {
            lock.unlock();
        }
    }

    private void endRound(double mean) {
        quickest = Math.min(quickest, mean);
        rounds++;
        if (rounds % ROUNDS_BETWEEN_PROBES == 0) {
            quickest = Double.MAX_VALUE;
            cutTo(floor);
        } else if (mean > SLOW * quickest) {
            cutTo(limit * CUT_WHEN_SLOW);
        } else if (wasFull) {
            limit = Math.min(ceiling, limit + 1);
            free.signalAll();
        }
        timed = 0;
        timeOfRound = 0;
        wasFull = false;
    }

    private void cutTo(double lower) {
        limit = Math.max(floor, lower);
    }
}
