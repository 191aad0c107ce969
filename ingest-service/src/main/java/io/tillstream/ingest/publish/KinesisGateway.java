package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Puts entries into a Kinesis stream. The client must not retry by itself. */
final class KinesisGateway implements StreamGateway {

    private static final String NO_PLACE = "NoSequenceNumber";

    private final KinesisClient kinesis;
    private final String stream;
    private final Duration callTimeout;

    KinesisGateway(KinesisClient kinesis, String stream, Duration callTimeout) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.callTimeout = callTimeout;
    }

    @Override
    public PutOutcome put(List<PutRecordsRequestEntry> entries) {
        PutRecordsRequest request = PutRecordsRequest.builder()
                .streamName(stream)
                .records(entries)
                .overrideConfiguration(override -> override.apiCallTimeout(callTimeout))
                .build();
        try {
            return answered(kinesis.putRecords(request), entries.size());
        } catch (AwsServiceException e) {
            return failed(e);
        } catch (SdkClientException e) {
            // No connection, no credentials yet, or out of time: the callers' deadlines end the retries.
            return new Failed(e.getClass().getSimpleName());
        }
    }

    private static PutOutcome answered(PutRecordsResponse response, int expected) {
        List<Answer> answers =
                response.records().stream().map(KinesisGateway::answer).toList();
        if (answers.size() != expected) {
            return new Failed("the answer has " + answers.size() + " of " + expected + " entries");
        }
        long failed = answers.stream().filter(answer -> !answer.isStored()).count();
        boolean moreFailed = response.failedRecordCount() != null && response.failedRecordCount() > failed;
        return moreFailed ? new Failed("the answer counts more failed entries than it names") : new Answered(answers);
    }

    /** An entry is stored if the stream says so by its place: without a number in its shard it is nowhere. */
    private static Answer answer(PutRecordsResultEntry entry) {
        boolean hasPlace = isGiven(entry.shardId()) && isGiven(entry.sequenceNumber());
        boolean failed = isGiven(entry.errorCode());
        return new Answer(entry.shardId(), failed || hasPlace ? entry.errorCode() : NO_PLACE);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
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
}
