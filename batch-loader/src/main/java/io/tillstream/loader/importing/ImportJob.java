package io.tillstream.loader.importing;

import io.tillstream.commandline.ExitCodes;
import io.tillstream.commandline.StopSignal;
import io.tillstream.loader.ledger.ClaimLostException;
import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.parts.RowRules.Grouping;
import io.tillstream.loader.source.NoSuchSourceException;
import io.tillstream.loader.source.Source;
import io.tillstream.loader.source.Sources;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.rowfiles.FileLimits;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.validation.FieldError;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Loads files: those that are given together as one, those that were dropped one after the other. A fault of one load
 * does not stop the others; a store that does not answer does.
 */
final class ImportJob {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final String NOT_ALL =
            "not loaded, because not all of the files that were given with it can be read; --files separately loads"
                    + " each for itself";
    private static final String SAME_COMMAND = ". The same command continues from here.";

    private final Sources sources;
    private final S3Client s3;
    private final LoadedObjects objects;
    private final PerFeed<FileImport> files;
    private final FileLimits limits;

    ImportJob(Sources sources, S3Client s3, LoadedObjects objects, PerFeed<FileImport> files, FileLimits limits) {
        this.sources = sources;
        this.s3 = s3;
        this.objects = objects;
        this.files = files;
        this.limits = limits;
    }

    /** @param given the files; none for all that was dropped under {@code landing/}, each for itself */
    RunReport run(List<String> given, ImportRun run) {
        List<FileReport> reports = new ArrayList<>();
        List<Source> found = given.isEmpty() ? sources.landed() : find(given, reports);
        boolean areOne = !given.isEmpty() && run.options().rules().grouping() != Grouping.SEPARATELY;
        List<List<Source>> loads = areOne && !found.isEmpty()
                ? List.of(found)
                : found.stream().map(List::of).toList();
        boolean isWhole = !areOne || reports.isEmpty();
        for (List<Source> load : loads) {
            long begin = System.nanoTime();
            List<FileReport> done = attempt(load, isWhole, run);
            double seconds = (System.nanoTime() - begin) / 1e9;
            done.forEach(report -> reports.add(report.took(seconds)));
            if (done.getLast().outcome() == FileOutcome.NOT_FINISHED) {
                break;
            }
        }
        return new RunReport(reports);
    }

    private List<Source> find(List<String> given, List<FileReport> reports) {
        Set<Source> found = new LinkedHashSet<>();
        for (String name : given) {
            try {
                found.addAll(sources.find(name));
            } catch (NoSuchSourceException nothing) {
                reports.add(FileReport.without(name, FileOutcome.UNREADABLE, String.valueOf(nothing.getMessage())));
            }
        }
        return List.copyOf(found);
    }

    private List<FileReport> attempt(List<Source> load, boolean isWhole, ImportRun run) {
        String name = nameOf(load);
        try {
            return load(name, load, isWhole, run);
        } catch (ClaimLostException lost) {
            return List.of(FileReport.without(name, FileOutcome.BUSY, String.valueOf(lost.getMessage())));
        } catch (StopSignal.StoppedException | InterruptedException stopping) {
            return List.of(FileReport.without(name, FileOutcome.NOT_FINISHED, "interrupted" + SAME_COMMAND));
        } catch (IOException | RuntimeException failure) {
            // The edge of the run: whatever failed, the ledger says how far it came, and the exit code that it did not.
            LOG.warn("{} was not loaded", name, failure);
            return List.of(FileReport.without(name, FileOutcome.NOT_FINISHED, reason(failure) + SAME_COMMAND));
        }
    }

    /** @param isWhole whether all files that are one were found */
    private List<FileReport> load(String name, List<Source> load, boolean isWhole, ImportRun run)
            throws IOException, InterruptedException {
        Optional<FileReport> known = isWhole ? objects.reportOf(name, load, run.options()) : Optional.empty();
        if (known.isPresent()) {
            return List.of(known.get());
        }
        try (OpenFiles open = OpenFiles.of(load, s3, limits, run.options())) {
            if (!isWhole || !open.faults().isEmpty()) {
                return incomplete(name, open);
            }
            FileReport report = read(name, open, run);
            if (report.outcome().exitCode() == ExitCodes.DONE) {
                objects.remember(load, run.options(), String.valueOf(report.load()));
            }
            return List.of(report);
        }
    }

    /** Half of the files that belong together would be counted differently from all of them. */
    private static List<FileReport> incomplete(String name, OpenFiles open) {
        List<FileReport> reports = new ArrayList<>(open.faults());
        if (open.isAnyReadable()) {
            reports.add(FileReport.without(name, FileOutcome.UNREADABLE, NOT_ALL));
        }
        return reports;
    }

    private FileReport read(String name, OpenFiles open, ImportRun run) throws IOException, InterruptedException {
        try {
            FileSet set = open.files();
            Optional<String> fault = run.options().faultFor(set.feed());
            return fault.isPresent()
                    ? FileReport.without(name, FileOutcome.UNREADABLE, fault.get())
                    : files.of(set.feed()).importFiles(name, set, run.of(set.feed()));
        } catch (UnreadableFileException unreadable) {
            return FileReport.without(name, FileOutcome.UNREADABLE, open.faultOf(unreadable));
        }
    }

    private static String nameOf(List<Source> load) {
        String first = load.getFirst().name();
        return load.size() == 1 ? first : first + " … " + load.getLast().name() + " (" + load.size() + " files)";
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
        return failure instanceof BindValidationException settings
                ? faultsOf(settings.getValidationErrors())
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Which settings are wrong, and why; the exception's own message tells neither. */
    private static String faultsOf(ValidationErrors settings) {
        return settings.getAllErrors().stream()
                .map(fault -> settings.getName()
                        + (fault instanceof FieldError field ? "." + field.getField() : "")
                        + " " + fault.getDefaultMessage())
                .collect(Collectors.joining("; "));
    }
}
