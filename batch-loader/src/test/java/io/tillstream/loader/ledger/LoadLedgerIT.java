package io.tillstream.loader.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.loader.parts.Part;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.junit.EmbeddedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EmbeddedCloud
class LoadLedgerIT {

    private static final String TABLE = "Loads";
    private static final LoadState FRESH = LoadState.fresh("rows.csv", Instant.EPOCH);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration PATIENT = Duration.ofSeconds(10);
    /** Which a machine under load keeps, and which can be waited for. */
    private static final Duration MIDDLE = Duration.ofSeconds(4);

    private static final Duration SOON = Duration.ofSeconds(60);

    private static DynamoDbClient dynamoDb;

    private final LoadLedger ledger = ledger("one", PATIENT);

    @BeforeAll
    static void start(DynamoDbClient client) {
        dynamoDb = client;
        LoadLedger.createMissing(dynamoDb, TABLE);
        LoadLedger.createMissing(dynamoDb, TABLE);
    }

    @Test
    void ofManyWhoClaimAFileOneGetsIt() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Claimed> attempt = () -> ledger("racer", PATIENT).claim("raced", FRESH, line -> {});
            List<Future<Claimed>> claims =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(4).toList());
            List<Claim> held = claims.stream()
                    .map(Future::resultNow)
                    .flatMap(claimed -> claimed instanceof Claimed.Held won ? Stream.of(won.claim()) : Stream.of())
                    .toList();
            assertThat(held).hasSize(1);
            held.getFirst().close();
        }
    }

    @Test
    void whoWasNotHeardOfLosesItsClaimAndCanSaveNothingMore(Faults faults) throws Exception {
        Claim first = held(ledger("one", SHORT).claim("lost", FRESH, line -> {}));
        first.update(state -> state.reached(Set.of(LoadTarget.LAKE)));
        // Nothing it sends arrives.
        faults.set("dynamodb", Fault.dropped().on("UpdateItem"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(first::requireHeld).isInstanceOf(ClaimLostException.class));
        faults.liftAll();
        // A last sign of life may still be under way.
        Claimed.Held taken = (Claimed.Held) await().atMost(SOON)
                .until(() -> ledger("two", MIDDLE).claim("lost", FRESH, line -> {}), Claimed.Held.class::isInstance);
        try (Claim second = taken.claim()) {
            assertThat(second.state().done()).containsExactly(LoadTarget.LAKE);
            assertThatThrownBy(() -> first.update(state -> state.refused(1))).isInstanceOf(ClaimLostException.class);
            first.close();
            second.update(state -> state.refused(2));
        }
        assertThat(ledger.find("lost").orElseThrow().refused()).isEqualTo(2);
    }

    @Test
    void aClaimThatIsGivenBackIsFreeAtOnce() throws Exception {
        held(ledger.claim("free", FRESH, line -> {})).close();
        held(ledger("two", PATIENT).claim("free", FRESH, line -> {
                    throw new AssertionError("Waited: " + line);
                }))
                .close();
    }

    @Test
    void theFirstToBringLinesIsTheOneThatCounts() {
        assertThat(ledger.loadOf("digest")).isEmpty();
        assertThat(ledger.claimContent("digest", "a")).isEqualTo("a");
        assertThat(ledger.claimContent("digest", "b")).isEqualTo("a");
        assertThat(ledger.claimContent("digest", "a")).isEqualTo("a");
        assertThat(ledger.loadOf("digest")).hasValue("a");
    }

    @Test
    void remembersPartsAndWhichOfThemAreStored() throws Exception {
        try (Claim claim = held(ledger.claim("parts", FRESH, line -> {}))) {
            Part first = new Part(0, "p0", 2, 1, 3, 100, "e0");
            Part second = new Part(1, "p1", 1, 4, 4, 50, "e1");
            claim.partIsMade(second);
            claim.partIsMade(first);
            assertThat(claim.parts()).containsExactly(first, second);
            claim.partIsStored(first);
            assertThat(claim.parts()).containsExactly(first, second);
            assertThat(claim.partsToStore()).containsExactly(second);
            claim.forgetParts();
            assertThat(claim.parts()).isEmpty();
        }
    }

    @Test
    void knowsAnObjectByItsContent() {
        ledger.remember("s3://bucket/key", "etag-1", "load");
        assertThat(ledger.loadOfObject("s3://bucket/key", "etag-1")).hasValue("load");
        assertThat(ledger.loadOfObject("s3://bucket/key", "etag-2")).isEmpty();
    }

    private static LoadLedger ledger(String owner, Duration lease) {
        return new LoadLedger(dynamoDb, TABLE, new ClaimLease(lease, owner));
    }

    private static Claim held(Claimed claimed) {
        assertThat(claimed).isInstanceOf(Claimed.Held.class);
        return ((Claimed.Held) claimed).claim();
    }
}
