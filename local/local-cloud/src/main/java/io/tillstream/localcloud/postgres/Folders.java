package io.tillstream.localcloud.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

final class Folders {

    private Folders() {}

    /** Deletes the files of a folder whose names begin with a prefix. What someone is still writing to stays. */
    static void deleteWhatCanBe(Path folder, String beginning) throws IOException {
        try (var leftOvers = Files.newDirectoryStream(folder, beginning + "*")) {
            for (Path leftOver : leftOvers) {
                deleteIfPossible(leftOver);
            }
        }
    }

    private static void deleteIfPossible(Path tree) {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // The next start finds it at rest.
        }
    }
}
