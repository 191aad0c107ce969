package io.tillstream.loader.importing;

import io.tillstream.producer.generate.GenerateCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** Files of made up trade. */
final class Generated {

    private Generated() {}

    static Path rows(int rows, int seed, Path file) {
        int exitCode = new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(java.io.Writer.nullWriter()))
                .execute("--rows", "" + rows, "--seed", "" + seed, "--out", file.toString());
        if (exitCode != 0) {
            throw new IllegalStateException("The file was not generated");
        }
        return file;
    }
}
