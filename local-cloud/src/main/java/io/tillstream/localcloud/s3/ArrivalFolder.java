package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Where objects are received, out of sight, before they are moved to where they belong, whole and at once. */
record ArrivalFolder(Path root) {

    static final String BUCKET = "arriving";

    private static final int ATTEMPTS = 10;

    /** Without what was being received when the process before this one ended. */
    static ArrivalFolder emptied(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(root.resolve(BUCKET));
        return new ArrivalFolder(root);
    }

    void discard(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** Puts an arrived object in its place, over what was there. */
    void publish(String name, Path target) throws IOException {
        inItsFolder(
                target,
                () -> Files.move(
                        file(name), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Puts an arrived object in its place if there is none: of several at once, one. */
    boolean publishIfAbsent(String name, Path target) throws IOException {
        try {
            // A move would replace silently; a second name for the same file is refused by the file system itself.
            inItsFolder(target, () -> Files.createLink(target, file(name)));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            discard(name);
        }
    }

    private Path file(String name) {
        return root.resolve(BUCKET).resolve(name);
    }

    /** S3 has no folders: the last object's deletion takes its folder along, which may be just now. */
    private static void inItsFolder(Path target, Placement placement) throws IOException {
        for (int attempt = 1; true; attempt++) {
            Files.createDirectories(target.resolveSibling("").normalize());
            try {
                placement.run();
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private interface Placement {
        void run() throws IOException;
    }
}
