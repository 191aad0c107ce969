package io.tillstream.benchmark;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.postgres.Database;
import io.tillstream.producer.generate.GenerateCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * Prints what the job import takes for a file beside what nobody can do without on the same machine: reading and
 * decompressing the file, PostgreSQL's COPY of the same rows into a table with the keys of {@code sales_line}, and
 * BatchWriteItem alone. The import is a process of its own, with the heap it is given, as a scheduled task is; what it
 * tells of its steps and what its garbage collector tells of its heap is what is printed. A process that has just begun
 * spends much of its time on compiling itself, so the same file is measured behind another in one run, too. The cloud
 * has seen an import before any is measured: it stands for one that does not compile itself on these processors. Last
 * comes an import into all targets, beside all three together.
 *
 * <p>Arguments: a file; the most heap of an import (512m); how many times the rows of the file a generated one has, to
 * see what grows with it (0 for none); rounds, of which the middle one counts (1).
 */
public final class ImportBenchmark {

    private static final String TARGETS = "lake,warehouse";
    private static final String ALL_TARGETS = "lake,invoices,warehouse";
    private static final int ITEMS = 20_000;
    private static final int ROWS_BEFORE = 2_000_000;

    private final Path folder;
    private final ImportFloors floors;
    private final ImportRun imports;
    private final Path before;

    private ImportBenchmark(Path folder, ImportFloors floors, ImportRun imports) {
        this.folder = folder;
        this.floors = floors;
        this.imports = imports;
        this.before = generate(ROWS_BEFORE, 1);
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        String heap = args.length > 1 ? args[1] : "512m";
        int times = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        Path folder = Files.createTempDirectory("import-benchmark");
        try (LocalCloud cloud = LocalCloud.builder()
                        .port(0)
                        .data(folder.resolve("cloud"))
                        .warehouse(new Database(0, "warehouse", "tillstream", "tillstream"))
                        .start();
                ImportFloors floors = new ImportFloors(cloud, folder)) {
            ImportBenchmark benchmark = new ImportBenchmark(folder, floors, new ImportRun(cloud, folder, heap));
            benchmark.warmTheCloud();
            Floor floor = benchmark.measure(file, rounds);
            if (times > 0) {
                benchmark.measure(benchmark.generate(times * floor.rows(), 2), rounds);
            }
            benchmark.measureAll(file, floor);
        }
        System.exit(0);
    }

    private void warmTheCloud() throws Exception {
        imports.run(List.of(before), TARGETS, 1);
        floors.prepare(before);
        floors.batchWrite(ITEMS);
    }

    private Path generate(long rows, int seed) {
        Path file = folder.resolve("generated-" + rows + "-" + seed + ".csv.gz");
        new CommandLine(new GenerateCommand())
                .execute("--rows", Long.toString(rows), "--seed", Integer.toString(seed), "--out", file.toString());
        return file;
    }

    private Floor measure(Path file, int rounds) throws Exception {
        long rows = floors.prepare(file);
        System.out.printf("%n%s, %,d rows%n| step | s | rows/s |%n|---|---|---|%n", file.getFileName(), rows);
        double read = print("reading and decompressing", rows, middle(rounds, () -> floors.read(file)));
        print("COPY into a bare table", rows, middle(rounds, floors::copyBare));
        double copy = print("COPY into a table with the keys of sales_line", rows, middle(rounds, floors::copyKeyed));
        int items = (int) Math.min(rows, ITEMS);
        double batch = print("BatchWriteItem of " + items + " lines", items, floors.batchWrite(items));
        Floor floor = new Floor(rows, read + copy, batch / items * rows);
        print("import", rows, imports.run(List.of(file), TARGETS, rounds).get(rounds / 2), floor.lakeAndWarehouse());
        print(
                "import after another file",
                rows,
                imports.run(List.of(before, file), TARGETS, rounds).get(rounds / 2),
                floor.lakeAndWarehouse());
        return floor;
    }

    /** Steps that run beside each other take together as long as the process does. */
    private void measureAll(Path file, Floor floor) throws Exception {
        System.out.printf("%n%s into all targets%n| step | s | rows/s |%n|---|---|---|%n", file.getFileName());
        ImportRun.Outcome outcome = imports.run(List.of(file), ALL_TARGETS, 1).getFirst();
        outcome.seconds().forEach((step, seconds) -> print("import, step " + step, floor.rows(), seconds));
        print("import, with the start of its JVM", floor.rows(), outcome.wall());
        System.out.printf(
                "import / (reading + COPY with keys + BatchWriteItem): %.2f%n",
                outcome.wall() / (floor.lakeAndWarehouse() + floor.lookUps()));
    }

    private static void print(String what, long rows, ImportRun.Outcome outcome, double floors) {
        outcome.seconds().forEach((step, seconds) -> print(what + ", step " + step, rows, seconds));
        double steps = outcome.seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        print(what + ", lake and warehouse", rows, steps);
        print(what + ", with the start of its JVM", rows, outcome.wall());
        System.out.printf(
                "lake and warehouse / (reading + COPY with keys): %.2f; peak heap %d MB, peak resident %d MB%n",
                steps / floors, outcome.heapMegabytes(), outcome.residentMegabytes());
    }

    private static double print(String step, long rows, double seconds) {
        System.out.printf("| %s | %.2f | %,.0f |%n", step, seconds, rows / seconds);
        return seconds;
    }

    private static double middle(int rounds, Timed work) throws Exception {
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            seconds[i] = work.seconds();
        }
        Arrays.sort(seconds);
        return seconds[rounds / 2];
    }

    /**
     * Seconds.
     *
     * @param lookUps reckoned from those of some of the rows
     */
    private record Floor(long rows, double lakeAndWarehouse, double lookUps) {}

    /** Tells how long it took. */
    private interface Timed {
        double seconds() throws Exception;
    }
}
