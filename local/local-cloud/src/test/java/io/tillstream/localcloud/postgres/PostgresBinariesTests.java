package io.tillstream.localcloud.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTests {

    @TempDir
    private Path cache;

    @Test
    void unpacksOnceAndLeavesNothingElseBehind() throws Exception {
        PostgresBinaries first = PostgresBinaries.in(cache);
        assertThat(Path.of(first.program("postgres"))).isExecutable();
        Files.writeString(first.home().resolve("mark"), "untouched");
        assertThat(PostgresBinaries.in(cache)).isEqualTo(first);
        assertThat(first.home().resolve("mark")).exists();
        try (var entries = Files.list(cache)) {
            assertThat(entries).containsExactly(first.home());
        }
    }
}
