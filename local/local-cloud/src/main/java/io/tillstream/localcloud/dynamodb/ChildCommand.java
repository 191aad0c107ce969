package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.dynamodb.launcher.Launcher;
import io.tillstream.localcloud.processes.OwnSession;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the child is called: with DynamoDB Local's folder and the launcher on a class path of its own. */
record ChildCommand(Path libraries, Path data) {

    private static final List<String> LAUNCHER_CLASSES = List.of(
            "Launcher",
            "Upkeep",
            "Upkeep$1",
            "Upkeep$Work",
            "OpenStatements",
            "Reach",
            "ScanIndexes",
            "ScanIndexes$Index",
            "WriteAheadLog");

    Path log() {
        return data.resolve("dynamodb.log");
    }

    Process start(int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(OwnSession.command(command(unpackLauncher(), port))).redirectError(log().toFile());
        // Where the child stands, for whatever it writes beside its tables.
        builder.directory(data.toFile());
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.start();
    }

    private List<String> command(Path launcher, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", launcher + File.pathSeparator + libraries.toAbsolutePath() + "/*"));
        command.add(Launcher.class.getName());
        command.addAll(List.of("-dbPath", data.toAbsolutePath().toString(), "-sharedDb", "-disableTelemetry"));
        command.addAll(List.of("-port", Integer.toString(port)));
        return command;
    }

    /** Our own jar may lie inside another one, where a class path cannot reach. */
    private Path unpackLauncher() throws IOException {
        Path root = data.resolve("launcher").toAbsolutePath();
        Path folder = root.resolve(Launcher.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        for (String name : LAUNCHER_CLASSES) {
            try (InputStream bytes = Launcher.class.getResourceAsStream(name + ".class")) {
                Files.copy(
                        Objects.requireNonNull(bytes, name),
                        folder.resolve(name + ".class"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return root;
    }
}
