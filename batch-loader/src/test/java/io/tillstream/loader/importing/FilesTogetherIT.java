package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are given together: pieces of one, unless they rather overlap. */
class FilesTogetherIT {

    private static final int ROWS = 2_000;
    private static final String LINES = "SELECT count(*) || ' lines, ' || sum(line_total) FROM sales_line";
    private static final String IDS =
            "SELECT string_agg(invoice_no || stock_code || line_id, ' ' ORDER BY invoice_no || stock_code || line_id) FROM sales_line";

    private static LocalCloud cloud;

    @TempDir
    private Path folder;

    private Stores stores;
    private Path whole = Path.of("");

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
    }

    @AfterAll
    static void stopCloud() {
        SpareClouds.giveBack(cloud);
    }

    /** With the same row far apart, so that it stands in two pieces. */
    @BeforeEach
    void empty() throws IOException {
        stores = Stores.on(cloud);
        List<String> lines = new ArrayList<>(Files.readAllLines(Generated.rows(ROWS, 1, folder.resolve("rows.csv"))));
        lines.add(lines.get(1));
        lines.add(lines.get(2));
        whole = Files.write(folder.resolve("whole.csv"), lines);
    }

    @AfterEach
    void close() {
        cloud.faults().liftAll();
        stores.close();
    }

    @Test
    void piecesOfAFileAreLoadedAsTheFile() throws IOException {
        assertThat(stores.load(whole.toString()).exitCode()).isZero();
        String ids = stores.figure(IDS);
        String lines = stores.figure(LINES);
        assertThat(lines).startsWith("2002 lines");

        stores.close();
        stores = Stores.on(cloud);
        Path pieces = pieces(folder.resolve("pieces"), 300);
        Ran ran = stores.load(pieces.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.report().path("file").asString()).contains("piece-00.csv … ", "(7 files)");
        assertThat(ran.report().at("/figures/notes/0").asString())
                .contains(" lines have the same content as one in another of these files");
        assertThat(stores.figure(IDS)).isEqualTo(ids);

        Ran twin = stores.load(whole.toString());
        assertThat(twin.report().path("sameAs").asString())
                .isEqualTo(ran.report().path("load").asString());
        assertThat(stores.figure(LINES)).isEqualTo(lines);
    }

    @Test
    void inWhateverOrderAndPlaceTheyAreTheSameLoad() throws IOException {
        Path pieces = pieces(folder.resolve("pieces"), 700);
        String[] names = names(pieces);
        assertThat(stores.load(names).exitCode()).isZero();
        assertThat(stores.load(names[2], names[0], names[1], names[0])
                        .report()
                        .path("outcome")
                        .asString())
                .isEqualTo("NOTHING_TO_DO");
        for (String name : names) {
            stores.drop("exports/" + Path.of(name).getFileName(), Files.readAllBytes(Path.of(name)));
        }
        String prefix = "s3://" + stores.bucket + "/exports/";
        assertThat(stores.load(prefix).report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(stores.load(prefix).report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(stores.figure(LINES)).startsWith("2002 lines");
    }

    @Test
    void goOnWhereTheyWereBrokenOff() throws IOException {
        Path pieces = pieces(folder.resolve("pieces"), 300);
        cloud.faults().set("s3", Fault.errors(0.7).on("PutObject").seeded(3));
        Ran broken = stores.load("--split", "30", pieces.toString());
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        cloud.faults().liftAll();
        Ran ran = stores.load(pieces.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(stores.lake()).hasSize(ROWS + 2).doesNotHaveDuplicates();
        assertThat(stores.figure(LINES)).startsWith("2002 lines");
    }

    @Test
    void filesThatOverlapAreRefusedUntilItIsSaidWhatTheyAre() throws IOException {
        Path first = part(folder.resolve("first.csv"), 0, 1_200);
        Path second = part(folder.resolve("second.csv"), 1_000, ROWS);
        Ran ran = stores.load(first.toString(), second.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.report().path("message").asString())
                .contains("200 of their 2,200 lines", "--files separately", "--files together");
        assertThat(stores.objects("")).isEmpty();

        Ran separate = stores.load("--files", "separately", first.toString(), second.toString());
        assertThat(separate.exitCode()).as(separate.toString()).isZero();
        assertThat(stores.figure(LINES)).startsWith("2000 lines");

        Ran together = stores.load("--files", "together", first.toString(), second.toString());
        assertThat(together.exitCode()).as(together.toString()).isZero();
        assertThat(together.report().at("/warehouse/merged").asLong()).isEqualTo(200);
        assertThat(stores.figure(LINES)).startsWith("2200 lines");
    }

    @Test
    void nothingIsLoadedWhileOneOfThemCannotBeRead() throws IOException {
        Path good = part(folder.resolve("good.csv"), 0, 100);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "InvoiceNo,Colour\n1,2\n");
        Ran ran = stores.run(List.of(), good.toString(), bad.toString());
        assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("bad.csv: line 1: the header lacks", "(2 files): not loaded, because not all");
        assertThat(stores.objects("")).isEmpty();
        assertThat(stores.run(List.of(), "--files", "separately", good.toString(), bad.toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(stores.lake()).hasSize(100);
    }

    @Test
    void sourcesTellEqualRowsApart() throws IOException {
        Path tills = part(folder.resolve("tills.csv"), 0, 100);
        assertThat(stores.load("--source", "north", tills.toString()).exitCode())
                .isZero();
        assertThat(stores.load("--source", "north", tills.toString())
                        .report()
                        .path("outcome")
                        .asString())
                .isEqualTo("NOTHING_TO_DO");
        assertThat(stores.load("--source", "south", tills.toString()).exitCode())
                .isZero();
        assertThat(stores.figure(LINES)).startsWith("200 lines");
    }

    private Path pieces(Path into, int rows) throws IOException {
        Files.createDirectories(into);
        int all = Files.readAllLines(whole).size() - 1;
        for (int i = 0; i * rows < all; i++) {
            part(into.resolve("piece-%02d.csv".formatted(i)), i * rows, Math.min(all, (i + 1) * rows));
        }
        Files.writeString(into.resolve("_SUCCESS"), "");
        return into;
    }

    private Path part(Path file, int from, int to) throws IOException {
        List<String> lines = Files.readAllLines(whole);
        return Files.write(
                file,
                Stream.concat(lines.stream().limit(1), lines.subList(from + 1, to + 1).stream())
                        .toList());
    }

    private static String[] names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toArray(String[]::new);
        }
    }
}
