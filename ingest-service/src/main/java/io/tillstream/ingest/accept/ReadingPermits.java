package io.tillstream.ingest.accept;

import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.accept.RequestRefused.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Bounds how many bodies are read at a time: in all, of one caller, and from one address. */
final class ReadingPermits {

    private final Semaphore all;
    private final Shares ofCallers;
    private final Shares ofAddresses;

    ReadingPermits(RequestLimits limits) {
        this.all = new Semaphore(limits.maxRequests());
        this.ofCallers = new Shares(limits.maxRequestsPerCaller());
        this.ofAddresses = new Shares(limits.maxRequestsPerAddress());
    }

    /** Takes a permit, to be released; refuses the request when there is none left. */
    void take(Sender sender) {
        if (!ofCallers.take(sender.caller())) {
            throw new RequestRefused(Reason.TOO_MANY_OF_SENDER, "too many requests of this caller are being read");
        }
        if (!ofAddresses.take(sender.address())) {
            ofCallers.release(sender.caller());
            throw new RequestRefused(Reason.TOO_MANY_OF_SENDER, "too many requests from this address are being read");
        }
        if (!all.tryAcquire()) {
            releaseShares(sender);
            throw new RequestRefused(Reason.TOO_MANY_REQUESTS, "too many requests are being read");
        }
    }

    void release(Sender sender) {
        all.release();
        releaseShares(sender);
    }

    private void releaseShares(Sender sender) {
        ofCallers.release(sender.caller());
        ofAddresses.release(sender.address());
    }

    /** How many permits each of many holds, of whom those that hold none are not remembered. */
    private static final class Shares {

        private final Map<String, Integer> held = new ConcurrentHashMap<>();
        private final int most;

        Shares(int most) {
            this.most = most;
        }

        boolean take(String name) {
            return held.merge(name, 1, Integer::sum) <= most || !release(name);
        }

        /** Always true. */
        boolean release(String name) {
            held.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
            return true;
        }
    }
}
