package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
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
    public PutOutcome put(List<StreamEntry> entries) {
        PutRecordsRequest request = PutRecordsRequest.builder()
                .streamName(stream)
                .records(entries.stream().map(KinesisGateway::entry).toList())
                .overrideConfiguration(override -> override.apiCallTimeout(callTimeout))
                .build();
        try {
            return answered(kinesis.putRecords(request).records(), entries.size());
        } catch (AwsServiceException e) {
            return failed(e);
        } catch (SdkClientException e) {
            // No connection, no credentials yet, or out of time: the callers' deadlines end the retries.
            return new Failed(e.getClass().getSimpleName());
        }
    }

    private static PutOutcome answered(List<PutRecordsResultEntry> answers, int expected) {
        if (answers.size() != expected) {
            return new Failed("answers for " + answers.size() + " of " + expected + " entries");
        }
        return new Answered(answers.stream()
                .map(answer -> new Answer(answer.shardId(), answer.errorCode()))
                .toList());
    }

    private static PutOutcome failed(AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? "status " + e.statusCode()
                : e.awsErrorDetails().errorCode();
        boolean mayPass = e.isThrottlingException()
                || e.isRetryableException()
                || e.isClockSkewException()
                || e.statusCode() >= 500;
        return mayPass ? new Failed(code) : new Rejected(code);
    }

    private static PutRecordsRequestEntry entry(StreamEntry entry) {
        HashKey hashKey = entry.explicitHashKey();
        return PutRecordsRequestEntry.builder()
                .partitionKey(entry.partitionKey())
                .explicitHashKey(hashKey == null ? null : hashKey.toString())
                .data(entry.data())
                .build();
    }
}
