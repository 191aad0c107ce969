package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where objects are received, out of sight, before they are moved to where they belong, whole and at once. */
record ArrivalFolder(Path root) {

    static final String BUCKET = "arriving";

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

    Path file(String name) {
        return root.resolve(BUCKET).resolve(name);
    }
}
