package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PutOutcome.Answer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

final class KinesisGatewayTests {

    private static final List<PutRecordsRequestEntry> TWO = List.of(
            PutRecordsRequestEntry.builder()
                    .partitionKey("536365")
                    .data(SdkBytes.fromUtf8String("a"))
                    .build(),
            PutRecordsRequestEntry.builder()
                    .partitionKey("536366")
                    .explicitHashKey("7")
                    .data(SdkBytes.fromUtf8String("b"))
                    .build());

    @Test
    void tellsWhichEntriesAreStored() {
        PutRecordsResponse response = PutRecordsResponse.builder()
                .failedRecordCount(1)
                .records(
                        PutRecordsResultEntry.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .build(),
                        PutRecordsResultEntry.builder()
                                .sequenceNumber("1")
                                .shardId("shardId-000000000003")
                                .build())
                .build();
        assertThat(put(() -> response))
                .isEqualTo(new PutOutcome.Answered(List.of(
                        new Answer(null, "ProvisionedThroughputExceededException"),
                        new Answer("shardId-000000000003", null))));
    }

    @Test
    void doesNotTrustAnAnswerForFewerEntries() {
        PutRecordsResponse response = PutRecordsResponse.builder()
                .records(PutRecordsResultEntry.builder().sequenceNumber("1").build())
                .build();
        assertThat(put(() -> response)).isInstanceOf(PutOutcome.Failed.class);
    }

    @Test
    void tellsPassingFailuresFromLastingOnes() {
        assertThat(put(failing(500, "InternalFailure"))).isEqualTo(new PutOutcome.Failed("InternalFailure"));
        assertThat(put(failing(503, "ServiceUnavailable"))).isInstanceOf(PutOutcome.Failed.class);
        assertThat(put(failing(400, "ThrottlingException"))).isInstanceOf(PutOutcome.Failed.class);
        assertThat(put(failing(400, "RequestTimeTooSkewed"))).isInstanceOf(PutOutcome.Failed.class);
        assertThat(put(failing(400, "AccessDeniedException")))
                .isEqualTo(new PutOutcome.Rejected("AccessDeniedException"));
        assertThat(put(() -> {
                    throw SdkClientException.create("no connection");
                }))
                .isInstanceOf(PutOutcome.Failed.class);
    }

    private static Supplier<PutRecordsResponse> failing(int status, String code) {
        return () -> {
            throw KinesisException.builder()
                    .statusCode(status)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                    .build();
        };
    }

    private static PutOutcome put(Supplier<PutRecordsResponse> answer) {
        return new KinesisGateway(client(answer), "transactions", Duration.ofSeconds(2)).put(TWO);
    }

    private static KinesisClient client(Supplier<PutRecordsResponse> answer) {
        return new KinesisClient() {
            @Override
            public PutRecordsResponse putRecords(PutRecordsRequest request) {
                assertThat(request.records())
                        .extracting(PutRecordsRequestEntry::explicitHashKey)
                        .containsExactly(null, "7");
                assertThat(request.overrideConfiguration().flatMap(RequestOverrideConfiguration::apiCallTimeout))
                        .contains(Duration.ofSeconds(2));
                return answer.get();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }
}
