package io.tillstream.localcloud.dynamodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which process holds the tables, on disk, so that the next start can end one that was left behind. */
record ChildRecord(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(ChildRecord.class);

    private static final int PATIENCE_SECONDS = 5;

    void write(ProcessHandle child) throws IOException {
        Files.writeString(file, child.pid() + " " + started(child).orElse(Instant.EPOCH));
    }

    void endLeftOver() throws IOException {
        Optional<ProcessHandle> leftOver = leftOver();
        if (leftOver.isPresent()) {
            ProcessHandle child = leftOver.get();
            LOG.info("Ending DynamoDB Local left behind as process {}", child.pid());
            // It ends by itself when its parent has; it takes no notice of a SIGTERM.
            if (!ends(child)) {
                child.destroyForcibly();
                ends(child);
            }
        }
        Files.deleteIfExists(file);
    }

    /** A pid alone may have been given to someone else meanwhile; a pid and its moment of birth have not. */
    private Optional<ProcessHandle> leftOver() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).strip().split(" ", 2);
        if (parts.length < 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        started(process).map(Instant::toString).orElse("").equals(parts[1]));
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static boolean ends(ProcessHandle child) {
        try {
            child.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
