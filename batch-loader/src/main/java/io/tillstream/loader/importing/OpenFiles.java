package io.tillstream.loader.importing;

import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.source.LocalCopy;
import io.tillstream.loader.source.NoRoomException;
import io.tillstream.loader.source.Source;
import io.tillstream.model.layout.FeedName;
import io.tillstream.rowfiles.FileLimits;
import io.tillstream.rowfiles.Printable;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Files that are loaded as one, on this machine and open, as far as they can be read; all of them lie there at once.
 */
final class OpenFiles implements AutoCloseable {

    private final boolean several;
    private final FileLimits limits;
    private final List<LocalCopy> copies = new ArrayList<>();
    private final List<RowFile> files = new ArrayList<>();
    private final List<FileReport> faults = new ArrayList<>();

    private OpenFiles(boolean several, FileLimits limits) {
        this.several = several;
        this.limits = limits;
    }

    static OpenFiles of(List<Source> sources, S3Client s3, FileLimits limits, ImportOptions options)
            throws IOException {
        OpenFiles open = new OpenFiles(sources.size() > 1, limits);
        try {
            for (Source source : sources) {
                open.fetch(source, s3, options);
            }
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void fetch(Source source, S3Client s3, ImportOptions options) throws IOException {
        try {
            LocalCopy copy = LocalCopy.of(source, s3, limits.scratch());
            copies.add(copy);
            open(source, copy.file(), options);
        } catch (NoRoomException full) {
            faults.add(FileReport.without(source.name(), FileOutcome.UNREADABLE, String.valueOf(full.getMessage())));
        }
    }

    private void open(Source source, Path file, ImportOptions options) {
        try {
            files.add(RowFile.open(file, null, options.columns(), limits, options.feeds()));
            FeedName feed = files.getLast().feed().name();
            FeedName first = files.getFirst().feed().name();
            if (!feed.equals(first)) {
                String fault = "its rows are " + feed + ", those of the first file " + first
                        + "; files of one feed are loaded as one, --files separately loads each for itself";
                faults.add(FileReport.without(source.name(), FileOutcome.UNREADABLE, fault));
            }
        } catch (UnreadableFileException unreadable) {
            faults.add(FileReport.without(source.name(), FileOutcome.UNREADABLE, unreadable.fault()));
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

    /** What is wrong, in terms of the names that the user gave, not those of the copies. */
    String faultOf(UnreadableFileException unreadable) {
        String which = files.stream()
                .filter(file -> several && unreadable.isAbout(file.path()))
                .findFirst()
                .map(file -> Printable.text(file.path().getFileName() + ", "))
                .orElse("");
        return which + unreadable.fault();
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
