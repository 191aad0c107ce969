package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves a completely received object to its place in one step. */
final class Placement {

    private static final int ATTEMPTS = 10;

    private Placement() {}

    /** Over what was there. */
    static void replace(Path arrived, Path target) throws IOException {
        inItsFolder(
                target,
                () -> Files.move(arrived, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** If there is none: of several at once, one. */
    static boolean ifAbsent(Path arrived, Path target) throws IOException {
        try {
            // A move would replace silently; a second name for the same file is refused by the file system itself.
            inItsFolder(target, () -> Files.createLink(target, arrived));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    /** S3 has no folders: the last object's deletion takes its folder along, which may be just now. */
    private static void inItsFolder(Path target, Step step) throws IOException {
        for (int attempt = 1; true; attempt++) {
            Files.createDirectories(target.resolveSibling("").normalize());
            try {
                step.run();
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
