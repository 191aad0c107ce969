package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.commandline.ExitCodes;
import io.tillstream.loader.BatchLoader;
import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.parts.Part;
import io.tillstream.localcloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The job as a process of its own, killed again and again ({@code -Dimport.kills=10} for more of it). */
class KillIT {

    private static final int ROWS = 8_000;
    private static final int KILLS = Integer.getInteger("import.kills", 4);
    private static final long LATEST_MILLIS = 6_000;

    @TempDir
    private Path folder;

    @Test
    void endsTheSameHoweverOftenItIsKilledAndRepeatsNoFinishedPart() throws Exception {
        Path file = Generated.rows(ROWS, 1, folder.resolve("rows.csv.gz"));
        try (LocalCloud cloud = SpareClouds.start();
                Stores stores = Stores.on(cloud)) {
            stores.createLedger();
            long seed = System.nanoTime();
            Random moments = new Random(seed);
            Map<String, String> finished = new TreeMap<>();
            for (int i = 0; i < KILLS; i++) {
                Process run = start(stores, file);
                run.waitFor(moments.nextLong(1_000, LATEST_MILLIS), TimeUnit.MILLISECONDS);
                run.destroyForcibly().waitFor();
                assertThat(stores.objects("raw/batch/")).containsAllEntriesOf(finished);
                finished.putAll(finishedParts(stores));
            }
            assertThat(runToItsEnd(stores, file))
                    .as("seed %d: %s", seed, output())
                    .isZero();
            assertThat(stores.objects("raw/batch/")).containsAllEntriesOf(finished);
            assertThat(stores.lake()).hasSize(ROWS).doesNotHaveDuplicates();
            assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
            assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
            assertThat(output()).contains("8,000 accepted, 0 rejected");
        }
    }

    /** On a machine that stands still for a lease, a run loses its claim; then the same command goes on. */
    private int runToItsEnd(Stores stores, Path file) throws Exception {
        int exitCode = start(stores, file).waitFor();
        for (int i = 0; i < 3 && exitCode == ExitCodes.BUSY; i++) {
            exitCode = start(stores, file).waitFor();
        }
        return exitCode;
    }

    /** What the ledger says is done, with what tells whether it was put again. */
    private static Map<String, String> finishedParts(Stores stores) {
        Map<String, String> objects = stores.objects("raw/batch/");
        LoadLedger ledger = stores.ledger();
        Map<String, String> finished = new TreeMap<>();
        stores.dynamoDb.scanPaginator(request -> request.tableName(stores.loads)).items().stream()
                .map(item -> item.get("load"))
                .map(AttributeValue::s)
                .distinct()
                .flatMap(load -> ledger.parts(load).stream())
                .map(Part::key)
                .forEach(key -> finished.put(key, objects.get(key)));
        return finished;
    }

    private Process start(Stores stores, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        stores.settings(List.of("--tillstream.loader.import.lease=3s", "--tillstream.loader.import.part-size=100KB"))
                .forEach(setting -> command.add("-D" + setting.substring(2)));
        command.addAll(List.of(BatchLoader.class.getName(), "import", file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
