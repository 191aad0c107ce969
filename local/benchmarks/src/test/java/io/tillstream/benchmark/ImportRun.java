package io.tillstream.benchmark;

import io.tillstream.localcloud.LocalCloud;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the import in a JVM of its own, each time on empty stores. */
final class ImportRun {

    private static final Pattern HEAP_BEFORE = Pattern.compile("(?<= )\\d+(?=M->\\d+M\\()");
    private static final Pattern RESIDENT = Pattern.compile("(?<=VmHWM:)\\s+\\d+(?= kB)");

    private final LocalCloud cloud;
    private final S3Client s3;
    private final Path folder;
    private final String heap;
    private int runs;

    ImportRun(LocalCloud cloud, Path folder, String heap) {
        this.cloud = cloud;
        this.s3 = BatchWrites.s3(cloud.endpoint());
        this.folder = folder;
        this.heap = heap;
    }

    /** Of the last file, which is read by a process that has read the others. The fastest first. */
    List<Outcome> run(List<Path> files, String targets, int rounds) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            empty();
            outcomes.add(run(files, targets));
        }
        outcomes.sort(Comparator.comparingDouble(Outcome::wall));
        return outcomes;
    }

    private Outcome run(List<Path> files, String targets) throws Exception {
        runs++;
        s3.createBucket(request -> request.bucket("import-" + runs));
        Path report = folder.resolve("report-" + runs + ".json");
        Path collections = folder.resolve("gc-" + runs + ".log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command(files, targets, report, collections))
                .redirectError(folder.resolve("import-" + runs + ".err").toFile())
                .redirectOutput(folder.resolve("import-" + runs + ".out").toFile())
                .start();
        long resident = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, residentOf(process));
        }
        double wall = (System.nanoTime() - begun) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The import ended with " + process.exitValue() + ", see " + folder);
        }
        return new Outcome(wall, seconds(report, files.size() - 1), peakHeap(collections), resident / 1024);
    }

    private List<String> command(List<Path> files, String targets, Path report, Path collections) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xlog:gc:file=" + collections,
                "-cp",
                jars()));
        Map.of(
                        "spring.cloud.aws.endpoint",
                        cloud.endpoint().toString(),
                        "spring.cloud.aws.region.static",
                        "eu-west-1",
                        "spring.cloud.aws.credentials.access-key",
                        "local",
                        "spring.cloud.aws.credentials.secret-key",
                        "local",
                        "spring.cloud.aws.s3.path-style-access-enabled",
                        "true",
                        "tillstream.warehouse.url",
                        cloud.warehouseUrl().orElseThrow(),
                        "tillstream.warehouse.password",
                        "tillstream",
                        // A ledger and a lake for each run: a file that was loaded is not loaded again.
                        "tillstream.loader.import.ledger-table",
                        "Loads-" + runs,
                        "tillstream.loader.import.bucket",
                        "import-" + runs,
                        "tillstream.loader.warehouse.bucket",
                        "import-" + runs)
                .forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(
                System.getProperty("import.options", "").isEmpty()
                        ? List.of()
                        : List.of(System.getProperty("import.options").split(" ")));
        command.addAll(List.of(
                "io.tillstream.loader.BatchLoader", "import", "--targets", targets, "--report", report.toString()));
        files.forEach(file -> command.add(file.toString()));
        return command;
    }

    /** Only these may be named when the options give a cache of classes. */
    private static String jars() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void empty() throws SQLException {
        try (Connection warehouse =
                        DriverManager.getConnection(cloud.warehouseUrl().orElseThrow(), "tillstream", "tillstream");
                Statement statement = warehouse.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    private static Map<String, Double> seconds(Path report, int file) throws IOException {
        JsonNode steps = JsonMapper.shared()
                .readTree(Files.readString(report))
                .path("files")
                .path(file)
                .path("seconds");
        Map<String, Double> seconds = new LinkedHashMap<>();
        steps.properties()
                .forEach(step -> seconds.put(step.getKey(), step.getValue().asDouble()));
        return seconds;
    }

    private static long peakHeap(Path collections) throws IOException {
        return largest(HEAP_BEFORE, Files.readString(collections));
    }

    /** In kilobytes; nought where there is no {@code /proc}, or the process has gone. */
    private static long residentOf(Process process) {
        try {
            return largest(RESIDENT, Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long largest(Pattern number, String text) {
        return number.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToLong(found -> Long.parseLong(found.strip()))
                .max()
                .orElse(0);
    }

    /** What an import took. */
    record Outcome(double wall, Map<String, Double> seconds, long heapMegabytes, long residentMegabytes) {}
}
