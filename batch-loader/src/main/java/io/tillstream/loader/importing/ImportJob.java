package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.ClaimLostException;
import io.tillstream.loader.ledger.Ledger;
import io.tillstream.loader.source.LocalCopy;
import io.tillstream.loader.source.NoSuchSourceException;
import io.tillstream.loader.source.Source;
import io.tillstream.loader.source.Sources;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import software.amazon.awssdk.services.s3.S3Client;

/** Loads files one after the other. What is wrong with one keeps no other from being loaded; a store that is out does. */
final class ImportJob {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);
    private static final String SAME_COMMAND = ". The same command goes on from here.";

    private final Sources sources;
    private final S3Client s3;
    private final Ledger ledger;
    private final FileImport files;
    private final Path scratch;

    ImportJob(Sources sources, S3Client s3, Ledger ledger, FileImport files, Path scratch) {
        this.sources = sources;
        this.s3 = s3;
        this.ledger = ledger;
        this.files = files;
        this.scratch = scratch;
    }

    /** @param given the files; none for all that was dropped under {@code landing/} */
    RunReport run(List<String> given, Session session) {
        List<FileReport> reports = new ArrayList<>();
        for (Source source : find(given, reports)) {
            long begin = System.nanoTime();
            FileReport report = attempt(source, session).took((System.nanoTime() - begin) / 1e9);
            reports.add(report);
            if (report.outcome() == Outcome.NOT_FINISHED) {
                break;
            }
        }
        return new RunReport(reports);
    }

    private List<Source> find(List<String> given, List<FileReport> reports) {
        if (given.isEmpty()) {
            return sources.landed();
        }
        List<Source> found = new ArrayList<>();
        for (String name : given) {
            try {
                found.addAll(sources.find(name));
            } catch (NoSuchSourceException nothing) {
                reports.add(FileReport.without(name, Outcome.UNREADABLE, String.valueOf(nothing.getMessage())));
            }
        }
        return found;
    }

    private FileReport attempt(Source source, Session session) {
        try {
            return load(source, session);
        } catch (ClaimLostException lost) {
            return FileReport.without(source.name(), Outcome.BUSY, String.valueOf(lost.getMessage()));
        } catch (StopSignal.StoppedException | InterruptedException stopping) {
            return FileReport.without(source.name(), Outcome.NOT_FINISHED, "interrupted" + SAME_COMMAND);
        } catch (IOException | RuntimeException failure) {
            // The edge of the run: whatever failed, the ledger says how far it came, and the exit code that it did not.
            log.warn("{} was not loaded", source.name(), failure);
            return FileReport.without(source.name(), Outcome.NOT_FINISHED, reason(failure) + SAME_COMMAND);
        }
    }

    private FileReport load(Source source, Session session) throws IOException, InterruptedException {
        Optional<FileReport> known = known(source, session);
        if (known.isPresent()) {
            return known.get();
        }
        try (LocalCopy copy = LocalCopy.of(source, s3, scratch)) {
            FileReport report = read(source, copy.file(), session);
            if (report.outcome().exitCode() == ExitCodes.DONE && source instanceof Source.Remote remote) {
                ledger.remember(remote.name(), remote.etag(), String.valueOf(report.load()));
            }
            return report;
        }
    }

    private FileReport read(Source source, Path path, Session session) throws IOException, InterruptedException {
        try (RowFile file = RowFile.open(path)) {
            return files.run(source.name(), file, session);
        } catch (UnreadableFileException unreadable) {
            // It names the path, which may be that of a copy.
            String fault = String.valueOf(unreadable.getMessage())
                    .replace(path.toString(), "")
                    .replaceFirst("^[, ]+", "");
            return FileReport.without(source.name(), Outcome.UNREADABLE, fault);
        }
    }

    /** An object that was loaded as it is need not even be fetched. */
    private Optional<FileReport> known(Source source, Session session) {
        return source instanceof Source.Remote remote
                ? ledger.loadOfObject(remote.name(), remote.etag())
                        .flatMap(load -> files.reportOf(
                                remote.name(), load, session.options().targets()))
                : Optional.empty();
    }

    /** One line: what failed, and what was at the bottom of it. */
    private static String reason(Throwable failure) {
        Throwable told = failure;
        while (told instanceof BeansException && told.getCause() != null) {
            told = told.getCause();
        }
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = firstLineOf(told);
        String why = firstLineOf(root);
        return "not finished: " + (what.contains(why) ? what : what + ": " + why);
    }

    private static String firstLineOf(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
