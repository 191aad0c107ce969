package io.tillstream.producer.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is kept on disk. */
final class KeepingOptions {

    @ArgGroup
    private Beginning beginning = new Beginning();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = ".tillstream/replay",
            description = "Folder that keeps how far an interrupted replay has come (default: ${DEFAULT-VALUE}).")
    private Path stateFolder = Path.of("");

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write every rejected row with its line and faults to FILE, one JSON object per line.")
    private @Nullable Path rejects;

    ReplayPlan.Keeping keeping() {
        return new ReplayPlan.Keeping(stateFolder, beginning.isFresh(), Optional.ofNullable(rejects));
    }

    /** Where to begin. */
    private static final class Beginning {

        @Option(names = "--resume", description = "Continue after an interruption (the default).")
        private boolean resume;

        @Option(names = "--fresh", description = "Start from the beginning, whatever was sent before.")
        private boolean fresh;

        boolean isFresh() {
            return fresh && !resume;
        }
    }
}
