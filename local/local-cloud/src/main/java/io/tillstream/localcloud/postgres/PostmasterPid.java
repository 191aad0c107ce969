package io.tillstream.localcloud.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL notes in its data folder about the server in charge of it. */
record PostmasterPid(long pid, String dataFolder) {

    static Optional<PostmasterPid> in(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return Optional.of(new PostmasterPid(pid, lines.get(1).strip()));
    }

    /** The server, if the process of that number is one, and serves that folder; the number may be someone else's now. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::serves);
    }

    private boolean serves(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(dataFolder);
    }
}
