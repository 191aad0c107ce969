package io.tillstream.ingest.publish;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Puts entries into a Kinesis stream. The client must not retry by itself. */
final class KinesisGateway implements StreamGateway {

    private final KinesisClient kinesis;
    private final String stream;
    private final Duration callTimeout;

    KinesisGateway(KinesisClient kinesis, String stream, Duration callTimeout) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.callTimeout = callTimeout;
    }

    @Override
    public PutOutcome put(List<StreamEntry> entries, Duration timeout) {
        Duration shorter = timeout.compareTo(callTimeout) < 0 ? timeout : callTimeout;
        PutRecordsRequest request = PutRecordsRequest.builder()
                .streamName(stream)
                .records(entries.stream().map(KinesisGateway::entry).toList())
                .overrideConfiguration(override -> override.apiCallTimeout(shorter))
                .build();
        try {
            return answered(kinesis.putRecords(request).records(), entries.size());
        } catch (AwsServiceException e) {
            return failed(e);
        } catch (SdkClientException e) {
            // No connection, no credentials yet, or out of time: the deadline ends the retries.
            return new PutOutcome.Failed(e.getClass().getSimpleName());
        }
    }

    private static PutOutcome answered(List<PutRecordsResultEntry> answers, int expected) {
        if (answers.size() != expected) {
            return new PutOutcome.Failed("answers for " + answers.size() + " of " + expected + " entries");
        }
        // An entry without an error code is stored; with one, it was throttled or failed inside, and may be sent again.
        return new PutOutcome.Answered(
                answers.stream().map(answer -> answer.errorCode() == null).toList());
    }

    private static PutOutcome failed(AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? "status " + e.statusCode()
                : e.awsErrorDetails().errorCode();
        boolean mayPass = e.isThrottlingException() || e.isRetryableException() || e.statusCode() >= 500;
        return mayPass ? new PutOutcome.Failed(code) : new PutOutcome.Rejected(code);
    }

    private static PutRecordsRequestEntry entry(StreamEntry entry) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(entry.partitionKey())
                .data(entry.data())
                .build();
    }
}
