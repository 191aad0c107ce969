package io.tillstream.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The file of the log, which nobody else on the machine can read or replace: beside the state; with none kept, in a
 * folder that is deleted when the suite has stopped; for other commands, in the user's cache.
 */
record LogFile(Path file, boolean isTemporary) {

    private static final String SETTING = "tillstream.log.file";
    private static final String NAME = "tillstream.log";
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static LogFile ofCommands() {
        return new LogFile(Path.of(System.getProperty("user.home"), ".cache", "tillstream", NAME), false);
    }

    /** @param data the folder of the state, or nothing if none is kept */
    static LogFile ofSuite(Optional<Path> data) {
        return data.map(folder -> new LogFile(folder.resolve(NAME), false)).orElseGet(LogFile::temporary);
    }

    private static LogFile temporary() {
        try {
            return new LogFile(Files.createTempDirectory("tillstream-").resolve(NAME), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends all log output to it; called before anything is logged. */
    LogFile used() {
        if (System.getProperty(SETTING) == null) {
            create();
            System.setProperty(SETTING, file.toString());
        }
        return this;
    }

    private void create() {
        try {
            Files.createDirectories(file.resolveSibling(""), FOLDER);
            if (!Files.exists(file)) {
                Files.createFile(file, FILE);
            }
        } catch (IOException hindered) {
            // What hinders it hinders the state too, and is told in the state's words. A command works without.
        }
    }

    /** Deletes it if it belongs to a suite without state. */
    void discard() {
        if (!isTemporary) {
            return;
        }
        try (var files = Files.newDirectoryStream(file.resolveSibling(""))) {
            for (Path each : files) {
                Files.delete(each);
            }
            Files.delete(file.resolveSibling(""));
        } catch (IOException busy) {
            // It stays, for its owner only.
        }
    }
}
