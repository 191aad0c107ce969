package io.tillstream.storecalls;

import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes the calls to DynamoDB: within the limit, counted, and tried again here and nowhere else, while DynamoDB cannot
 * answer or does only part of them. What makes no headway for as long as patience lasts is thrown as unavailable.
 */
public final class StoreCalls {

    /** Items that BatchWriteItem takes at most. */
    public static final int FULL_BATCH = 25;

    private static final RetryPolicy PAUSES = RetryPolicy.untilStopped(Duration.ofMillis(20), Duration.ofSeconds(2));

    private final CallLimit limit;
    private final StoreActivity activity;
    private final int maxConcurrency;
    private final Retry retry;

    public StoreCalls(StoreSettings settings) {
        this.limit = new CallLimit(settings.minConcurrency(), settings.maxConcurrency(), System::nanoTime);
        this.activity = new StoreActivity(limit::current);
        this.maxConcurrency = settings.maxConcurrency();
        this.retry = Retry.of(PAUSES.givingUpAfter(settings.patience()), StoreUnavailableException.class);
    }

    public StoreActivity activity() {
        return activity;
    }

    /** For what is worth doing at the same time; the limit has the last word. */
    public int maxConcurrency() {
        return maxConcurrency;
    }

    /** Makes a call until it is answered. */
    public <T> T untilAnswered(StoreActivity.Call kind, Supplier<T> call) {
        return untilAnswered(kind, begun -> call.get());
    }

    /** Makes a call until it is answered, which is told each time when it began. */
    public <T> T untilAnswered(StoreActivity.Call kind, LongFunction<T> call) {
        return retry.untilDone(() -> once(kind, call));
    }

    /** Makes calls, each of which is given what is left and returns what it leaves, until nothing is. */
    public <T> void untilNothingIsLeft(List<T> all, UnaryOperator<List<T>> call) {
        Retry.Attempts attempts = retry.begin();
        List<T> left = all;
        while (!left.isEmpty()) {
            int before = left.size();
            try {
                left = call.apply(left);
            } catch (StoreUnavailableException failure) {
                attempts.failed(failure);
                continue;
            }
            if (left.size() < before) {
                attempts.madeHeadway();
            }
            if (!left.isEmpty()) {
                attempts.failed(new StoreUnavailableException("DynamoDB leaves lines unprocessed"));
            }
        }
    }

    /**
     * Makes a call, which is told when it began. What may pass is thrown as unavailable, and makes for fewer calls.
     */
    public <T> T once(StoreActivity.Call kind, LongFunction<T> call) {
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
            throw new StoreUnavailableException("DynamoDB did not answer", failure);
        } finally {
            limit.end();
        }
    }

    /** Says what came of a batch of lines. Only full ones are alike enough for their times to be compared. */
    public void tookLines(long begun, int lines, int handedBack) {
        activity.tookLines(lines - handedBack, handedBack);
        if (handedBack > 0) {
            limit.overloaded(begun);
        } else if (lines == FULL_BATCH) {
            limit.succeeded(begun);
        }
    }

    /** Says that a call took all its lines, and whether it is enough like others for their times to be compared. */
    public void tookLines(long begun, int lines, boolean isComparable) {
        activity.tookLines(lines, 0);
        if (isComparable) {
            limit.succeeded(begun);
        }
    }

    private long begin() {
        try {
            return limit.begin();
        } catch (InterruptedException stopping) {
            throw StoreUnavailableException.interrupted(stopping);
        }
    }
}
