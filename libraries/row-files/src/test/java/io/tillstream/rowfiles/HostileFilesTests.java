package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilesTests {

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @MethodSource("all")
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsAsItShould(HostileFile file) throws IOException {
        String outcome = "read";
        try {
            assertThat(Samples.rows(file.path())).isNotEmpty();
        } catch (UnreadableFileException refused) {
            outcome = String.valueOf(refused.getMessage());
            assertThat(outcome.codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
            assertThat(outcome).hasSizeLessThan(2_100);
        }
        assertThat(outcome).contains(file.isRead() ? "read" : file.says());
        assertThat(outcome.equals("read")).as(outcome).isEqualTo(file.isRead());
    }

    static Stream<HostileFile> all() {
        return HostileFiles.writeAll(folder).stream();
    }
}
