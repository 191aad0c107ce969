package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder in which objects are received before they are moved to their place in one step. */
record ArrivalFolder(Path root) {

    static final String BUCKET = "arriving";

    /** Deletes what a previous process had only partly received. */
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
