package io.tillstream.consumers.warehouse;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/** Makes calls of PutRecordBatch, and tells record by record what became of them. */
final class DeliveryCalls {

    private final FirehoseClient firehose;
    private final String stream;
    private final DeliveryCounters counters;

    DeliveryCalls(FirehoseClient firehose, String stream, DeliveryCounters counters) {
        this.firehose = firehose;
        this.stream = stream;
        this.counters = counters;
    }

    PutResult put(List<DeliveryRecord> records) {
        try {
            return answer(
                    records,
                    firehose.putRecordBatch(
                            request -> request.deliveryStreamName(stream).records(entries(records))));
        } catch (FirehoseException refused) {
            return isInvalid(refused) ? isolate(records) : failed(records, refused);
        } catch (SdkException failure) {
            return failed(records, failure);
        }
    }

    private PutResult failed(List<DeliveryRecord> records, RuntimeException failure) {
        counters.failed().increment(records.size());
        return PutResult.left(records, failure);
    }

    private PutResult answer(List<DeliveryRecord> records, PutRecordBatchResponse response) {
        List<PutRecordBatchResponseEntry> entries = response.requestResponses();
        if (entries.size() != records.size()) {
            return failed(records, new FirehoseUnavailableException("Firehose did not answer for every record"));
        }
        List<DeliveryRecord> left = new ArrayList<>();
        String code = "";
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).errorCode() != null) {
                left.add(records.get(i));
                code = entries.get(i).errorCode();
            }
        }
        counters.taken().increment(records.size() - left.size());
        counters.returned().increment(left.size());
        return left.isEmpty()
                ? new PutResult(List.of(), List.of(), null)
                : PutResult.left(left, FirehoseUnavailableException.returned(left.size(), records.size(), code));
    }

    /** Halves a record that Firehose calls invalid, until the invalid line is found. */
    private PutResult isolate(List<DeliveryRecord> records) {
        if (records.size() > 1) {
            int half = records.size() / 2;
            return put(records.subList(0, half)).and(put(records.subList(half, records.size())));
        }
        DeliveryRecord only = records.getFirst();
        return only.lines().size() == 1 ? PutResult.invalid(only) : isolate(only.halves());
    }

    private static boolean isInvalid(FirehoseException refused) {
        return refused.awsErrorDetails() != null
                && "ValidationException".equals(refused.awsErrorDetails().errorCode());
    }

    private static List<Record> entries(List<DeliveryRecord> records) {
        return records.stream()
                .map(one -> Record.builder()
                        .data(SdkBytes.fromByteArrayUnsafe(one.data()))
                        .build())
                .toList();
    }
}
