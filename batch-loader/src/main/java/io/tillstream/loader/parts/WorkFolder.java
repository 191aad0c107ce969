package io.tillstream.loader.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for what is being made of one file; what a killed run has left in it is deleted by the next. */
record WorkFolder(Path folder) implements AutoCloseable {

    static WorkFolder of(Path root, String load) throws IOException {
        WorkFolder scratch = new WorkFolder(root.resolve("tillstream-import-" + load));
        scratch.close();
        Files.createDirectories(scratch.folder);
        return scratch;
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
