package io.tillstream.consumers.reprocess;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.PartitionKeys;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Puts lines into the stream, each as a record of its own, under the partition key that all its like have. */
final class StreamPublisher {

    private final KinesisClient kinesis;
    private final String stream;
    private final ReprocessRetry retry;
    private final LineCodec codec = new LineCodec();

    StreamPublisher(KinesisClient kinesis, String stream, ReprocessRetry retry) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.retry = retry;
    }

    /** On return Kinesis has all of them. For at most as many as one call takes, which is 500. */
    void publish(List<TransactionLine> lines) {
        List<PutRecordsRequestEntry> left =
                new ArrayList<>(lines.stream().map(this::entry).toList());
        retry.untilDone("Publishing rows to " + stream, () -> {
            if (!left.isEmpty()) {
                put(left);
            }
            return left;
        });
    }

    /** Takes off the list what the stream took; throws when it did not take all. */
    private void put(List<PutRecordsRequestEntry> left) {
        List<PutRecordsResultEntry> results = kinesis.putRecords(
                        request -> request.streamName(stream).records(left))
                .records();
        String code = "";
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).errorCode() == null) {
                left.remove(i);
            } else {
                code = results.get(i).errorCode();
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " records were not taken: " + code);
        }
    }

    private PutRecordsRequestEntry entry(TransactionLine line) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(PartitionKeys.of(line))
                .data(SdkBytes.fromByteArrayUnsafe(codec.encode(line)))
                .build();
    }
}
