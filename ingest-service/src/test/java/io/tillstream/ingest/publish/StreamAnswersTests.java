package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Whatever the stream answers, lines are stored only if it has said so of every one. */
final class StreamAnswersTests {

    private static final List<EncodedLine> THREE =
            List.of(Lines.line("A", "A.1"), Lines.line("B", "B.1"), Lines.line("C", "C.1"));

    /** What the stream has, by its text; answers of the test put nothing into it but what they confirm. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    static Stream<Named<Function<PutRecordsRequest, PutRecordsResponse>>> failures() {
        Stream<Named<Function<PutRecordsRequest, PutRecordsResponse>>> codes = Stream.of(
                        "400 ValidationException",
                        "400 ResourceNotFoundException",
                        "400 ProvisionedThroughputExceededException",
                        "400 KMSAccessDeniedException",
                        "400 ThrottlingException",
                        "403 AccessDeniedException",
                        "403 InvalidClientTokenId",
                        "404 NoSuchBucket",
                        "409 ResourceInUseException",
                        "412 PreconditionFailed",
                        "413 RequestEntityTooLarge",
                        "429 TooManyRequests",
                        "500 InternalFailure",
                        "502 BadGateway",
                        "503 ServiceUnavailable",
                        "504 GatewayTimeout")
                .map(code -> Named.of(code, request -> {
                    throw error(code);
                }));
        return Stream.concat(codes, others());
    }

    private static Stream<Named<Function<PutRecordsRequest, PutRecordsResponse>>> others() {
        return Stream.of(
                thrown("no connection", SdkClientException.create("no connection")),
                thrown("timed out", ApiCallTimeoutException.create(1)),
                thrown("aborted", AbortedException.create("stopping")),
                thrown("a fault of the client", new IllegalStateException("a fault that the test wants")),
                Named.of("nothing", request -> PutRecordsResponse.builder().build()),
                Named.of("no entry", request -> response(0, List.of())),
                Named.of(
                        "too few entries",
                        request -> response(
                                0, entries(request).subList(0, entries(request).size() - 1))),
                Named.of(
                        "too many entries",
                        request -> response(
                                0,
                                Stream.concat(entries(request).stream(), entries(request).stream())
                                        .toList())),
                Named.of("entries that say nothing", request -> response(0, blank(request))),
                Named.of("entries without a number", request -> response(0, withoutNumber(request))),
                Named.of("entries without a shard", request -> response(0, withoutShard(request))),
                Named.of("failures that are not named", request -> response(1, entries(request))),
                Named.of(
                        "failures of all", request -> response(request.records().size(), failed(request))),
                Named.of("failures that are not counted", request -> response(0, failed(request))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void storesNothingThatTheStreamDoesNotConfirm(Function<PutRecordsRequest, PutRecordsResponse> failure) {
        try (KinesisPublisher publisher = publisher(failure, Duration.ofMillis(150))) {
            assertThat(publisher.publish(THREE)).isNotInstanceOf(Stored.class);
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void hasEveryLineOnceItSaysSo(Function<PutRecordsRequest, PutRecordsResponse> failure) {
        AtomicInteger calls = new AtomicInteger();
        try (KinesisPublisher publisher = publisher(
                request -> calls.incrementAndGet() <= 2 ? failure.apply(request) : keep(request),
                Duration.ofSeconds(60))) {
            PublishResult result = publisher.publish(THREE);
            assertThat(result instanceof Stored).isEqualTo(kept.size() == THREE.size());
        }
    }

    private KinesisPublisher publisher(Function<PutRecordsRequest, PutRecordsResponse> stream, Duration timeout) {
        PublishProperties properties = new PublishProperties(
                "transactions",
                DataSize.ofKilobytes(256),
                4,
                Duration.ZERO,
                2,
                timeout,
                Duration.ofSeconds(4),
                timeout.minusMillis(1),
                Duration.ofSeconds(60),
                Duration.ofMillis(1),
                Duration.ofMillis(10));
        return PublishConfiguration.publisher(
                new TransactionFeed(), client(stream), properties, new SimpleMeterRegistry());
    }

    private PutRecordsResponse keep(PutRecordsRequest request) {
        request.records().forEach(record -> kept.add(record.partitionKey()));
        return response(0, entries(request));
    }

    private static Named<Function<PutRecordsRequest, PutRecordsResponse>> thrown(String name, RuntimeException e) {
        return Named.of(name, request -> {
            throw e;
        });
    }

    private static KinesisException error(String code) {
        String[] parts = code.split(" ", 2);
        return (KinesisException) KinesisException.builder()
                .statusCode(Integer.parseInt(parts[0]))
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(parts[1]).build())
                .build();
    }

    private static PutRecordsResponse response(int failed, List<PutRecordsResultEntry> entries) {
        return PutRecordsResponse.builder()
                .failedRecordCount(failed)
                .records(entries)
                .build();
    }

    private static List<PutRecordsResultEntry> entries(PutRecordsRequest request) {
        return IntStream.range(0, request.records().size())
                .mapToObj(i -> PutRecordsResultEntry.builder()
                        .shardId("shardId-000000000000")
                        .sequenceNumber(Integer.toString(i))
                        .build())
                .toList();
    }

    private static List<PutRecordsResultEntry> blank(PutRecordsRequest request) {
        return request.records().stream()
                .map(record -> PutRecordsResultEntry.builder().build())
                .toList();
    }

    private static List<PutRecordsResultEntry> withoutNumber(PutRecordsRequest request) {
        return entries(request).stream()
                .map(entry -> entry.toBuilder().sequenceNumber(null).build())
                .toList();
    }

    private static List<PutRecordsResultEntry> withoutShard(PutRecordsRequest request) {
        return entries(request).stream()
                .map(entry -> entry.toBuilder().shardId("").build())
                .toList();
    }

    private static List<PutRecordsResultEntry> failed(PutRecordsRequest request) {
        return request.records().stream()
                .map(record -> PutRecordsResultEntry.builder()
                        .errorCode("InternalFailure")
                        .build())
                .toList();
    }

    private static KinesisClient client(Function<PutRecordsRequest, PutRecordsResponse> stream) {
        return new KinesisClient() {
            @Override
            public PutRecordsResponse putRecords(PutRecordsRequest request) {
                assertThat(request.records())
                        .extracting(PutRecordsRequestEntry::partitionKey)
                        .doesNotContainNull();
                return stream.apply(request);
            }

            @Override
            public ListShardsResponse listShards(ListShardsRequest request) {
                throw error("400 LimitExceededException");
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
