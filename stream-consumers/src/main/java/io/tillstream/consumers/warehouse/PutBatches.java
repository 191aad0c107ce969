package io.tillstream.consumers.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Divides records into batches for PutRecordBatch. */
final class PutBatches {

    // API reference of PutRecordBatch.
    static final int MAX_RECORDS = 500;
    static final long MAX_BYTES = 4L << 20;

    private PutBatches() {}

    static List<List<DeliveryRecord>> of(List<DeliveryRecord> records) {
        List<List<DeliveryRecord>> calls = new ArrayList<>();
        List<DeliveryRecord> call = new ArrayList<>();
        long bytes = 0;
        for (DeliveryRecord next : records) {
            if (call.size() == MAX_RECORDS || bytes + next.data().length > MAX_BYTES) {
                calls.add(call);
                call = new ArrayList<>();
                bytes = 0;
            }
            call.add(next);
            bytes += next.data().length;
        }
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return calls;
    }
}
