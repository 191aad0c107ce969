package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    private static final String SETTING = "tillstream.log.file";

    @TempDir
    private Path folder;

    private @Nullable String before;

    @BeforeEach
    void leaveTheChoice() {
        before = System.clearProperty(SETTING);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(SETTING);
        } else {
            System.setProperty(SETTING, before);
        }
    }

    @Test
    void liesBesideTheStateForItsOwnerOnly() throws IOException {
        LogFile log = LogFile.ofSuite(Optional.of(folder.resolve("state"))).used();

        assertThat(log.file()).isEqualTo(folder.resolve("state/tillstream.log"));
        assertThat(System.getProperty(SETTING)).isEqualTo(log.file().toString());
        assertThat(rightsOf(log.file())).isEqualTo("rw-------");
        assertThat(rightsOf(folder.resolve("state"))).isEqualTo("rwx------");
        log.discard();
        assertThat(log.file()).exists();
    }

    @Test
    void liesNowhereThatCouldBeGuessedWhereNoStateIsKeptAndGoesWithTheSuite() throws IOException {
        LogFile log = LogFile.ofSuite(Optional.empty()).used();
        Path parent = log.file().resolveSibling("");

        LogFile other = LogFile.ofSuite(Optional.empty());
        assertThat(other.file()).isNotEqualTo(log.file());
        other.discard();
        assertThat(rightsOf(parent)).isEqualTo("rwx------");
        log.discard();
        assertThat(parent).doesNotExist();
    }

    @Test
    void isWhereItWasToldToBe() {
        System.setProperty(SETTING, folder.resolve("told.log").toString());

        LogFile.ofSuite(Optional.of(folder.resolve("state"))).used();

        assertThat(System.getProperty(SETTING)).endsWith("told.log");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    private static String rightsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
