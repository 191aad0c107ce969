package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.layout.FeedLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The stream is out. Whatever the store of the surge buffer answers, rows are "buffered" only if it has them. */
final class BufferAnswersTests {

    private static final DiskSegments.Limits LIMITS = new DiskSegments.Limits(64 << 20, 0, 1 << 20);

    private final FakeStream stream = new FakeStream();
    private final FaultyS3 s3 = new FaultyS3();
    private final FaultyFiles files = new FaultyFiles();

    @TempDir
    private Path folder;

    static Stream<Named<RuntimeException>> errors() {
        Stream<Named<RuntimeException>> codes = Stream.of(
                        "301 PermanentRedirect",
                        "400 InvalidRequest",
                        "400 EntityTooLarge",
                        "403 AccessDenied",
                        "403 InvalidAccessKeyId",
                        "404 NoSuchBucket",
                        "404 NoSuchKey",
                        "404 NotFound",
                        "405 MethodNotAllowed",
                        "409 ConditionalRequestConflict",
                        "409 OperationAborted",
                        "412 PreconditionFailed",
                        "429 TooManyRequests",
                        "500 InternalError",
                        "501 NotImplemented",
                        "503 SlowDown")
                .map(code -> Named.of(code, FaultyS3.error(code)));
        return Stream.concat(
                codes,
                Stream.of(
                        Named.of("no connection", SdkClientException.create("no connection")),
                        Named.of("timed out", ApiCallTimeoutException.create(1)),
                        Named.of("a fault of the client", new IllegalStateException("a fault that the test wants"))));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void buffersNothingThatS3DoesNotTake(RuntimeException error) {
        s3.puts = keep -> {
            throw error;
        };
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> onS3().probe()).isInstanceOfAny(IOException.class, RuntimeException.class);
    }

    @Test
    void buffersNothingOnAnAnswerThatSaysNothing() {
        s3.puts = keep -> null;
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
        s3.puts = keep -> PutObjectResponse.builder().build();
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
        s3.puts = keep -> PutObjectResponse.builder().eTag("").build();
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
    }

    @Test
    void buffersWhatAnEarlierAttemptHasPut() {
        s3.puts = keep -> {
            keep.run();
            throw FaultyS3.error("412 PreconditionFailed");
        };
        assertThat(published(onS3())).isInstanceOf(Spilled.class);
        assertThat(s3.objects).containsKey("spill/transactions/i1/000000000001-2");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void buffersNothingThatCannotBeSeenToBeThere(RuntimeException error) {
        s3.puts = keep -> {
            keep.run();
            throw FaultyS3.error("412 PreconditionFailed");
        };
        s3.gets = error;
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
    }

    @Test
    void buffersNothingInThePlaceOfSomethingElse() {
        s3.puts = keep -> {
            keep.run();
            s3.objects.replaceAll((key, body) -> new byte[] {1});
            throw FaultyS3.error("412 PreconditionFailed");
        };
        assertThat(published(onS3())).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(value = FaultyFiles.Step.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void buffersNothingThatTheDiskDoesNotKeep(FaultyFiles.Step step) throws Exception {
        try (Journal journal = onDisk()) {
            files.failing = step;
            assertThat(published(journal)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(journal::probe).isInstanceOf(IOException.class);
            files.failing = FaultyFiles.Step.NONE;
            journal.probe();
            assertThat(published(journal)).isInstanceOf(Spilled.class);
        }
        try (Journal reopened = onDisk()) {
            assertThat(JournalContract.drainAll(reopened, 1)).contains("A.1", "B.1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buffersNothingInAFolderThatIsGone(boolean hadRows) throws Exception {
        try (Journal journal = onDisk()) {
            if (hadRows) {
                assertThat(published(journal)).isInstanceOf(Spilled.class);
            }
            deleteFolder();
            assertThat(published(journal)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(journal::probe).isInstanceOf(IOException.class);
        }
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted((one, other) -> other.compareTo(one)).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private PublishResult published(Journal journal) {
        stream.answer(FakeStream.OUT);
        SpillMeters meters = new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry());
        SurgeBuffer.Means means =
                new SurgeBuffer.Means(Duration.ofSeconds(30), Duration.ofHours(1), meters, Clock.systemUTC());
        try (SurgeBuffer buffer = new SurgeBuffer(stream, journal, List.of(), means)) {
            return buffer.publish(Lines.of("A.1", "B.1"));
        }
    }

    private Journal onS3() {
        return ObjectSegments.newJournal(
                new S3SpillObjects(s3, "bucket"),
                new SpillKeys("transactions", "i1"),
                1 << 20,
                new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry()));
    }

    private Journal onDisk() {
        return DiskSegments.openJournal(
                folder, files, LIMITS, new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry()));
    }
}
