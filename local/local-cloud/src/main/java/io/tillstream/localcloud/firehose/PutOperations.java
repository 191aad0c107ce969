package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PutRecord and PutRecordBatch. */
final class PutOperations {

    // API reference of PutRecordBatch: 500 records of 1,000 KiB, 4 MiB in all.
    private static final int MAX_RECORDS = 500;
    private static final int MAX_RECORD_BYTES = 1000 * 1024;
    private static final int MAX_CALL_BYTES = 4 * 1024 * 1024;

    private final DeliveryStreams streams;
    private final EntryFaults faults;

    PutOperations(DeliveryStreams streams, EntryFaults faults) {
        this.streams = streams;
        this.faults = faults;
    }

    record Stored(String recordId, boolean encrypted) {}

    record Batch(int failedPutCount, boolean encrypted, List<Entry> requestResponses) {}

    record Entry(
            @Nullable String recordId,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}

    Object putRecord(AwsRequest request) {
        DeliveryStream stream = streams.named(request.requiredText("DeliveryStreamName"));
        AwsRequest entry = request.structure("Record").orElseThrow(() -> AwsError.missing("Record"));
        return new Stored(recordId(stream.put(List.of(data(entry)))), false);
    }

    Object putRecordBatch(AwsRequest request) {
        DeliveryStream stream = streams.named(request.requiredText("DeliveryStreamName"));
        List<AwsRequest> records = request.structures("Records");
        if (records.isEmpty() || records.size() > MAX_RECORDS) {
            throw AwsError.validation("1 validation error detected: Value at 'records' failed to satisfy constraint: "
                    + "Member must have length between 1 and " + MAX_RECORDS);
        }
        List<ByteBuffer> payloads = records.stream().map(PutOperations::data).toList();
        if (payloads.stream().mapToLong(ByteBuffer::remaining).sum() > MAX_CALL_BYTES) {
            throw FirehoseErrors.invalid("Records size exceeds 4 MB limit");
        }
        return store(stream, payloads);
    }

    private Batch store(DeliveryStream stream, List<ByteBuffer> payloads) {
        List<Optional<String>> errors = payloads.stream()
                .map(payload -> faults.failureOf(
                        Firehose.TARGET + ".PutRecordBatch",
                        stream.description().name()))
                .toList();
        List<ByteBuffer> accepted = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            if (errors.get(i).isEmpty()) {
                accepted.add(payloads.get(i));
            }
        }
        long position = accepted.isEmpty() ? 0 : stream.put(accepted);
        List<Entry> entries = new ArrayList<>();
        for (Optional<String> error : errors) {
            entries.add(
                    error.isPresent()
                            ? new Entry(null, error.get(), "Slow down.")
                            : new Entry(recordId(position++), null, null));
        }
        return new Batch(payloads.size() - accepted.size(), false, entries);
    }

    private static ByteBuffer data(AwsRequest record) {
        byte[] data = record.requiredBlob("Data");
        if (data.length > MAX_RECORD_BYTES) {
            throw AwsError.validation("1 validation error detected: Value at 'data' failed to satisfy constraint: "
                    + "Member must have length less than or equal to " + MAX_RECORD_BYTES);
        }
        return ByteBuffer.wrap(data);
    }

    private static String recordId(long position) {
        return "%032d".formatted(position);
    }
}
