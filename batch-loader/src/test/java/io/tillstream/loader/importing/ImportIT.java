package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.localcloud.LocalCloud;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIT {

    private static LocalCloud cloud;

    @TempDir
    private Path folder;

    private Stores stores;

    @BeforeAll
    static void startCloud() {
        cloud = Stores.startCloud();
    }

    @AfterAll
    static void stopCloud() {
        cloud.close();
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
    void loadsAFileIntoAllStoresAndAgainDoesNothing() {
        Path file = Generated.rows(3_000, 1, folder.resolve("rows.csv.gz"));
        Ran first = stores.load(file.toString());
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.report().at("/figures/accepted").asLong()).isEqualTo(3_000);
        assertThat(stores.lake()).hasSize(3_000);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("3000");

        Ran again = stores.load(file.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.report().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
    }
}
