package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildRecordTests {

    @TempDir
    private Path folder;

    @Test
    void endsTheProcessItRecorded() throws IOException {
        Process child = new ProcessBuilder("sleep", "600").start();
        ChildRecord childRecord = new ChildRecord(folder.resolve("child"));
        childRecord.write(child.toHandle());
        childRecord.endLeftOver();
        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("child")).doesNotExist();
    }

    @Test
    void sparesAProcessThatOnlyHasTheSameNumber() throws IOException {
        Process other = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("child"), other.pid() + " 2001-01-01T00:00:00Z");
        new ChildRecord(folder.resolve("child")).endLeftOver();
        assertThat(other.isAlive()).isTrue();
        other.destroy();
    }

    @Test
    void sparesEveryoneWhenTheRecordIsGarbled() throws IOException {
        Files.writeString(folder.resolve("child"), "47");
        new ChildRecord(folder.resolve("child")).endLeftOver();
        assertThat(folder.resolve("child")).doesNotExist();
    }
}
