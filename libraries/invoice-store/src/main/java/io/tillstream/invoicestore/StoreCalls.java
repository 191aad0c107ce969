package io.tillstream.invoicestore;

import java.util.function.LongFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes the calls to DynamoDB: within the limit, counted, and retried while DynamoDB cannot answer. */
final class StoreCalls {

    private final CallLimit limit;
    private final StoreActivity activity;
    private final StoreSettings settings;

    StoreCalls(StoreSettings settings) {
        this.limit = new CallLimit(settings.minConcurrency(), settings.maxConcurrency(), System::nanoTime);
        this.activity = new StoreActivity(limit::current);
        this.settings = settings;
    }

    StoreActivity activity() {
        return activity;
    }

    /** For what is worth doing at the same time; the limit has the last word. */
    int maxConcurrency() {
        return settings.maxConcurrency();
    }

    StoreRetry newRetry() {
        return new StoreRetry(settings.patience());
    }

    /** Makes a call until it is answered. */
    <T> T untilAnswered(StoreActivity.Call kind, Supplier<T> call) {
        StoreRetry retry = newRetry();
        while (true) {
            try {
                return once(kind, begun -> call.get());
            } catch (InvoiceStoreUnavailableException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /**
     * Makes a call, which is told when it began. What may pass is thrown as unavailable, and makes for fewer calls.
     */
    <T> T once(StoreActivity.Call kind, LongFunction<T> call) {
        long begun = begin();
        try {
            activity.called(kind);
            return call.apply(begun);
        } catch (SdkException failure) {
            if (!Failures.passes(failure)) {
                throw failure;
            }
            activity.failed();
            limit.overloaded(begun);
            throw new InvoiceStoreUnavailableException("DynamoDB did not answer", failure);
        } finally {
            limit.end();
        }
    }

    /** Says what came of a batch of lines. Only full ones are alike enough for their times to be compared. */
    void tookLines(long begun, int lines, int handedBack) {
        activity.tookLines(lines - handedBack, handedBack);
        if (handedBack > 0) {
            limit.overloaded(begun);
        } else if (lines == LineBatches.MAX_ITEMS) {
            limit.succeeded(begun);
        }
    }

    private long begin() {
        try {
            return limit.begin();
        } catch (InterruptedException stopping) {
            throw InvoiceStoreUnavailableException.interrupted(stopping);
        }
    }
}
