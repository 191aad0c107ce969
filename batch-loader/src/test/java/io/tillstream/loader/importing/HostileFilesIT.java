package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.commandline.ExitCodes;
import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.rowfiles.HostileFile;
import io.tillstream.rowfiles.HostileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that cannot be read to its end has no effect, and keeps no other from being loaded. */
class HostileFilesIT {

    private static final int ROWS = 300;
    private static final int HOSTILE_BEFORE_A_GOOD_ONE = 10;
    private static LocalCloud cloud;

    @TempDir
    private Path folder;

    private Stores stores;

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
    }

    @AfterAll
    static void stopCloud() {
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void empty() {
        stores = Stores.on(cloud);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsNothingOfAFileThatIsBrokenAtItsEnd() throws IOException {
        stores.load(Generated.rows(ROWS, 1, folder.resolve("good.csv")).toString());
        Map<String, String> objects = stores.objects("");

        Path broken = Generated.rows(ROWS, 2, folder.resolve("broken.csv"));
        Files.writeString(broken, "\"536365,85123A\n536366", StandardOpenOption.APPEND);
        Ran ran = stores.load(broken.toString());

        assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(ran.report().path("message").asString()).startsWith("line " + (ROWS + 2));
        assertThat(stores.objects("")).isEqualTo(objects);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
    }

    @Test
    void loadsTheGoodFilesBetweenHostileOnesInLanding() throws IOException {
        Map<String, HostileFile> hostile = new HashMap<>();
        int good = drop(hostile);
        Ran ran = stores.load();

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCodes.UNREADABLE);
        Map<String, JsonNode> reports = reports(ran);
        assertThat(reports).hasSize(hostile.size() + good);
        hostile.forEach((name, file) -> assertIsTold(file, Objects.requireNonNull(reports.get(name), name)));
        for (int i = 1; i <= good; i++) {
            JsonNode report = Objects.requireNonNull(reports.get("%02d-good.csv".formatted(i)));
            assertThat(report.path("outcome").asString()).isEqualTo("LOADED");
            assertThat(report.at("/figures/accepted").asInt()).isEqualTo(ROWS);
            assertThat(report.at("/warehouse/merged").asInt()).isEqualTo(ROWS);
        }
    }

    /** An empty object would mark a folder. */
    private int drop(Map<String, HostileFile> hostile) throws IOException {
        List<HostileFile> all = HostileFiles.writeAll(folder).stream()
                .filter(file -> file.path().toFile().length() > 0 && Files.isRegularFile(file.path()))
                .toList();
        int good = 0;
        for (HostileFile file : all) {
            String name = "%02d-%s".formatted(good, file.path().getFileName());
            hostile.put(name, file);
            stores.drop("landing/" + name, Files.readAllBytes(file.path()));
            if (hostile.size() % HOSTILE_BEFORE_A_GOOD_ONE == 0 || hostile.size() == all.size()) {
                good++;
                Path rows = Generated.rows(ROWS, good, folder.resolve("good-%d.csv".formatted(good)));
                stores.drop("landing/%02d-good.csv".formatted(good), Files.readAllBytes(rows));
            }
        }
        return good;
    }

    private static void assertIsTold(HostileFile file, JsonNode report) {
        String outcome = report.path("outcome").asString();
        if (file.isRead()) {
            assertThat(outcome).as(report.toString()).isIn("LOADED", "TOO_MANY_REJECTED");
        } else {
            assertThat(outcome).as(report.toString()).isEqualTo("UNREADABLE");
            assertThat(report.path("message").asString()).contains(file.says());
        }
    }

    private static Map<String, JsonNode> reports(Ran ran) {
        Map<String, JsonNode> reports = new HashMap<>();
        for (JsonNode report : JsonMapper.shared().readTree(ran.out()).path("files")) {
            String name = report.path("file").asString();
            reports.put(name.substring(name.indexOf("landing/") + "landing/".length()), report);
        }
        return reports;
    }
}
