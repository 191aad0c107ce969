package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.importing.Stores.Ran;
import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.Claimed;
import io.tillstream.loader.ledger.LoadState;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs that fail half-way, and runs that meet. */
class ResumeIT {

    private static final int ROWS = 3_000;

    private static LocalCloud cloud;

    @TempDir
    private Path folder;

    private Stores stores;
    private String file = "";

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
        file = Generated.rows(ROWS, 1, folder.resolve("rows.csv")).toString();
    }

    @AfterEach
    void close() {
        cloud.faults().liftAll();
        stores.close();
    }

    @Test
    void goesOnAfterS3WasOut() throws Exception {
        // Some parts are put before it is.
        cloud.faults().set("s3", Fault.errors(0.7).on("PutObject").seeded(3));
        Ran broken = stores.load("--split", "30", file);
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        assertThat(broken.report().path("message").asString()).contains("The same command continues");
        Map<String, String> finished = finishedParts();
        cloud.faults().liftAll();
        assertThat(stores.load(file).exitCode()).isZero();
        assertEverythingIsThereOnce();
        assertThat(stores.objects("raw/batch/")).containsAllEntriesOf(finished).hasSize(31);
    }

    @Test
    void goesOnAfterDynamoDbWasOut() throws Exception {
        cloud.faults().set("dynamodb", Fault.throttling(1).on("BatchWriteItem"));
        Ran broken = stores.load(file);
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        assertThat(stores.figure("SELECT count(*) FROM sales_line"))
                .as("what does not need it is brought to its end")
                .isEqualTo("" + ROWS);
        Map<String, String> finished = finishedParts();
        cloud.faults().liftAll();
        Ran again = stores.load(file);
        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.report().at("/warehouse/merged").asLong()).isEqualTo(ROWS);
        assertEverythingIsThereOnce();
        assertThat(stores.objects("raw/batch/")).containsAllEntriesOf(finished);
    }

    @Test
    void goesOnAfterTheWarehouseWasOut() throws Exception {
        Ran broken = stores.run(List.of("--tillstream.warehouse.password=wrong"), "--report", "-", file);
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
        Map<String, String> finished = finishedParts();
        assertThat(stores.load(file).exitCode()).isZero();
        assertEverythingIsThereOnce();
        assertThat(stores.objects("raw/batch/")).containsAllEntriesOf(finished);
    }

    @Test
    void countsWhatAnAttemptHadLoadedThatDidNotLiveToTell() throws Exception {
        stores.load("--targets", "lake,warehouse", file);
        try (Claim claim = claimed()) {
            LoadState forgetful = LoadState.fresh("rows.csv", claim.state().receivedAt())
                    .cutting(
                            String.valueOf(claim.state().prefix()),
                            Objects.requireNonNull(claim.state().cut()))
                    .cut(Objects.requireNonNull(claim.state().figures()));
            claim.update(state -> forgetful);
        }
        Ran again = stores.load("--targets", "lake,warehouse", file);
        assertThat(again.report().at("/warehouse/earlier").asLong()).isEqualTo(ROWS);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
    }

    @Test
    void leavesAFileToWhoIsAtIt() throws Exception {
        Ran busy;
        stores.createLedger();
        try (Claim other = claimed()) {
            busy = stores.load(file);
            other.requireHeld();
        }
        assertThat(busy.exitCode()).as(busy.toString()).isEqualTo(4);
        assertThat(busy.report().path("message").asString())
                .contains("process " + ProcessHandle.current().pid());
        assertThat(stores.objects("")).isEmpty();
        assertThat(stores.load(file).exitCode()).isZero();
    }

    @Test
    void takesOverFromWhoDiedAndSaysWhatItWaitsFor() throws Exception {
        stores.createLedger();
        // A claim that nobody renews, as after a kill.
        Map<String, AttributeValue> claim = Map.of(
                "load", AttributeValue.fromS(loadId()),
                "item", AttributeValue.fromS("file"),
                "owner", AttributeValue.fromS("the dead"),
                "name", AttributeValue.fromS("process 1 on a machine that is gone"),
                "beat", AttributeValue.fromN("7"));
        stores.dynamoDb.putItem(request -> request.tableName(stores.loads).item(claim));
        Ran ran = stores.run(List.of("--tillstream.loader.import.lease=3s"), file);
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.err()).contains("process 1 on a machine that is gone has claimed this file; waiting");
        assertEverythingIsThereOnce();
    }

    /** As the ledger names them, with what tells whether they were put again. */
    private Map<String, String> finishedParts() throws Exception {
        Map<String, String> objects = stores.objects("raw/batch/");
        Map<String, String> finished = new HashMap<>();
        stores.ledger().parts(loadId()).forEach(part -> finished.put(part.key(), objects.get(part.key())));
        assertThat(finished).isNotEmpty().doesNotContainValue(null);
        return finished;
    }

    private void assertEverythingIsThereOnce() {
        assertThat(stores.lake()).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(stores.count(stores.invoices)).isEqualTo(ROWS);
        assertThat(stores.figure("SELECT count(*) FROM sales_line")).isEqualTo("" + ROWS);
    }

    private Claim claimed() throws Exception {
        Claimed claimed = stores.ledger().claim(loadId(), LoadState.fresh("rows.csv", Instant.now()), line -> {});
        assertThat(claimed).isInstanceOf(Claimed.Held.class);
        return ((Claimed.Held) claimed).claim();
    }

    private String loadId() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(file)));
        return HexFormat.of().formatHex(hash).substring(0, 32);
    }
}
