package io.tillstream.loader.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class LocalCopyTests {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "", "..", ".", "a\u0000\u001B[31mb.csv", "\u00E4\uD83D\uDE00\u00E4.ndjson"})
    void copiesObjectsOfAnyName(String name) throws IOException {
        assertCopied(name);
        assertCopied("\u4E2D".repeat(300) + name);
    }

    @Test
    void keepsTheEndOfANameWhichTellsWhatItHolds() throws IOException {
        try (LocalCopy copy = LocalCopy.of(object("x".repeat(900) + ".ndjson", 4), new OneObject(), scratch)) {
            assertThat(copy.file().getFileName().toString()).endsWith(".ndjson");
        }
    }

    @Test
    void refusesWhatTheDiskHasNoRoomFor() {
        assertThatThrownBy(() -> LocalCopy.of(object("rows.csv", Long.MAX_VALUE), new OneObject(), scratch))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("has room for");
    }

    private void assertCopied(String name) throws IOException {
        try (LocalCopy copy = LocalCopy.of(object(name, 4), new OneObject(), scratch)) {
            assertThat(copy.file()).hasContent("rows");
            assertThat(copy.file().toRealPath()).startsWith(scratch.toRealPath());
        }
        assertThat(scratch).isEmptyDirectory();
    }

    private static Source.Remote object(String name, long size) {
        return new Source.Remote("lake", "landing/" + name, "etag", size);
    }

    /** Holds the same under every key. */
    private static final class OneObject implements S3Client {

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
            try {
                return transformer.transform(
                        GetObjectResponse.builder().build(),
                        AbortableInputStream.create(new ByteArrayInputStream("rows".getBytes(UTF_8))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
