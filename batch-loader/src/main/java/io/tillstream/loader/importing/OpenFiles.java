package io.tillstream.loader.importing;

import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.source.LocalCopy;
import io.tillstream.loader.source.Source;
import io.tillstream.rowfiles.ColumnNames;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Files that are loaded as one, on this machine and open, as far as they can be read; all of them lie there at once. */
final class OpenFiles implements AutoCloseable {

    private final boolean several;
    private final List<LocalCopy> copies = new ArrayList<>();
    private final List<RowFile> files = new ArrayList<>();
    private final List<FileReport> faults = new ArrayList<>();

    private OpenFiles(boolean several) {
        this.several = several;
    }

    static OpenFiles of(List<Source> sources, S3Client s3, Path scratch, ColumnNames columns) throws IOException {
        OpenFiles open = new OpenFiles(sources.size() > 1);
        try {
            for (Source source : sources) {
                LocalCopy copy = LocalCopy.of(source, s3, scratch);
                open.copies.add(copy);
                open.open(source, copy.file(), columns);
            }
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void open(Source source, Path file, ColumnNames columns) {
        try {
            files.add(RowFile.open(file, null, columns));
        } catch (UnreadableFileException unreadable) {
            String fault = faultOf(unreadable, file);
            faults.add(FileReport.without(source.name(), Outcome.UNREADABLE, fault));
        }
    }

    /** A report of each file that cannot be read. */
    List<FileReport> faults() {
        return faults;
    }

    /** All others. */
    FileSet files() throws UnreadableFileException {
        return FileSet.of(files);
    }

    boolean isAnyReadable() {
        return !files.isEmpty();
    }

    /** What is wrong, for who knows the files by other names than those of their copies. */
    String faultOf(UnreadableFileException unreadable) {
        String fault = String.valueOf(unreadable.getMessage());
        for (RowFile file : files) {
            if (fault.startsWith(file.path().toString())) {
                String name = several ? file.path().getFileName() + ", " : "";
                return name + faultOf(unreadable, file.path());
            }
        }
        return fault;
    }

    private static String faultOf(UnreadableFileException unreadable, Path file) {
        return String.valueOf(unreadable.getMessage())
                .replace(file.toString(), "")
                .replaceFirst("^[, ]+", "");
    }

    @Override
    public void close() throws IOException {
        for (RowFile file : files) {
            file.close();
        }
        for (LocalCopy copy : copies) {
            copy.close();
        }
    }
}
