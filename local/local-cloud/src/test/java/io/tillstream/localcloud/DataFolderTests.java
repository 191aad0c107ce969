package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    private static final DiskRoom ENOUGH = new DiskRoom(0, 0);
    private static final DiskRoom TOO_LITTLE = new DiskRoom(Long.MAX_VALUE, Long.MAX_VALUE);

    @TempDir
    private Path parent;

    @Test
    void isClosedToOthersOnceItIsUsed() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("state"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder data = DataFolder.open(folder, ENOUGH)) {
            assertThat(rightsOf(folder)).isEqualTo("rwx------");
            assertThat(rightsOf(data.folder("s3"))).isEqualTo("rwx------");
        }
    }

    @Test
    void saysThatTheDiskIsFullAndHowMuchIsNeeded() {
        assertThatExceptionOfType(DataFolderException.class)
                .isThrownBy(() -> DataFolder.open(parent, TOO_LITTLE))
                .withMessageContaining("The disk of the data folder " + parent + " is full: ")
                .withMessageContaining(" MB are free, and at least 8796093022207 MB are needed");
        assertThat(parent).as("nothing was begun").isEmptyDirectory();
    }

    @Test
    void saysThatItCannotBeWrittenTo() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(DataFolderException.class)
                .isThrownBy(() -> DataFolder.requireUsable(file.resolve("below"), ENOUGH))
                .withMessageContaining("The data folder " + file.resolve("below") + " cannot be written to: ");
    }

    @Test
    void isUsableWhereItCanBeWrittenToAndLeavesNoTrace() {
        DataFolder.requireUsable(parent, ENOUGH);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void tellsWhoHoldsIt() {
        assertThat(DataFolder.holderOf(parent)).isNull();
        try (DataFolder data = DataFolder.open(parent, ENOUGH)) {
            assertThat(DataFolder.holderOf(data.path()))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(DataFolder.holderOf(parent)).isNull();
    }

    private static String rightsOf(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
