package io.tillstream.localcloud.kinesis;

import java.util.concurrent.atomic.LongAdder;

/** The running counts behind {@link StreamCounters}. */
final class Counting {

    private static final int PAYLOAD_UNIT_BYTES = 25 * 1024;

    private final LongAdder putCalls = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder payloadUnits = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder getCalls = new LongAdder();
    private final LongAdder recordsRead = new LongAdder();
    private final LongAdder refusedReads = new LongAdder();

    void putCall() {
        putCalls.increment();
    }

    void stored(int recordBytes) {
        records.increment();
        bytes.add(recordBytes);
        payloadUnits.add(Math.ceilDiv(Math.max(recordBytes, 1), PAYLOAD_UNIT_BYTES));
    }

    void failed() {
        failed.increment();
    }

    void got(int count) {
        getCalls.increment();
        recordsRead.add(count);
    }

    void readRefused() {
        refusedReads.increment();
    }

    StreamCounters snapshot(String stream) {
        return new StreamCounters(
                stream,
                putCalls.sum(),
                records.sum(),
                bytes.sum(),
                payloadUnits.sum(),
                failed.sum(),
                getCalls.sum(),
                recordsRead.sum(),
                refusedReads.sum());
    }
}
