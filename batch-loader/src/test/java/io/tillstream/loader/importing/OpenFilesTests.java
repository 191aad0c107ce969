package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.source.Source;
import io.tillstream.model.feed.Feeds;
import io.tillstream.rowfiles.ColumnNames;
import io.tillstream.rowfiles.FileLimits;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class OpenFilesTests {

    private static final ImportOptions OPTIONS = new ImportOptions(
            LoadTarget.ALL,
            OptionalInt.empty(),
            new RowOptions().rules(RowProperties.USUAL),
            ColumnNames.AS_WRITTEN,
            Feeds.installed());

    private static final S3Client NOT_ASKED = new S3Client() {
        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    };

    @TempDir
    private Path folder;

    /** A name may begin with that of another, and hold what a message shows by its code. */
    @Test
    void tellsAFaultByTheNameOfTheFileWithoutItsFolder() throws IOException {
        Path one = rows("a.csv");
        Path other = rows("a.csv\u009b.csv");
        try (OpenFiles both = open(one, other)) {
            assertThat(both.faultOf(faultOf(other))).startsWith("a.csv\\u009b.csv, holds only blanks");
            assertThat(both.faultOf(faultOf(one))).startsWith("a.csv, holds only blanks");
        }
        rows("a.csv");
        try (OpenFiles alone = open(one)) {
            assertThat(alone.faultOf(faultOf(one))).startsWith("holds only blanks");
        }
    }

    private OpenFiles open(Path... files) throws IOException {
        List<Source> sources = Stream.of(files).<Source>map(Source.Local::new).toList();
        return OpenFiles.of(sources, NOT_ASKED, FileLimits.defaults(folder), OPTIONS);
    }

    private Path rows(String name) throws IOException {
        return Generated.rows(3, 1, folder.resolve(name));
    }

    /** What reading it says after it was opened and then spoilt. */
    private static UnreadableFileException faultOf(Path file) throws IOException {
        Files.writeString(file, "   ");
        return catchThrowableOfType(UnreadableFileException.class, () -> RowFile.open(file));
    }
}
