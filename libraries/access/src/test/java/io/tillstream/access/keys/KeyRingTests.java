package io.tillstream.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import io.tillstream.access.rate.Limits;
import io.tillstream.access.rate.Rate;
import io.tillstream.model.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTests {

    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Scope EVENTS = new Scope("events:write");
    private static final Scopes SCOPES = Scopes.BUILT_IN.and(Scopes.forPublicKeys(EVENTS));

    private final Key key = Key.random("till-7");

    @TempDir
    private Path folder;

    @Test
    void findsTheEntryOfAKeyAndOfNothingElse() {
        try (KeyRing keys = KeyRing.of(List.of(entry(key), entry(Key.random("other"))), SCOPES)) {
            assertThat(keys.find(key.reveal())).map(KeyEntry::id).contains("till-7");
            assertThat(keys.find(key.reveal() + "x")).isEmpty();
            assertThat(keys.find(Key.random("till-7").reveal())).isEmpty();
            assertThat(keys.find(key.reveal().replace("till-7", "other"))).isEmpty();
            assertThat(keys.find(Key.random("unknown").reveal())).isEmpty();
            assertThat(keys.find(key.hash())).isEmpty();
            assertThat(keys.find("tsk_till-7_")).isEmpty();
            assertThat(keys.find("tsk_till-7")).isEmpty();
            assertThat(keys.find("tsk_")).isEmpty();
            assertThat(keys.find("")).isEmpty();
        }
    }

    @Test
    void readsYaml() throws IOException {
        Path file = write("keys.yml", """
                keys:
                - id: till-7
                  hash: %s
                  scopes: [ingest:write, query:read]
                  store-id: Shop 1
                  expires: 2030-12-31T00:00:00Z
                  limits:
                    requests: {per-second: 5, burst: 10}
                    rows.per-second: 1000
                """.formatted(key.hash()));
        try (KeyRing keys = KeyRing.watching(List.of(), SCOPES, file, OFTEN)) {
            assertThat(keys.find(key.reveal()))
                    .contains(new KeyEntry(
                            "till-7",
                            key.hash(),
                            Set.of(Scope.INGEST_WRITE, Scope.QUERY_READ),
                            new StoreId("Shop 1"),
                            Instant.parse("2030-12-31T00:00:00Z"),
                            new Limits(new Rate(5, 10), new Rate(1000, 1000)),
                            Set.of(),
                            null));
        }
    }

    @Test
    void readsProperties() throws IOException {
        Path file = write("keys.properties", """
                keys[0].id=till-7
                keys[0].hash=%s
                keys[0].scopes=admin
                """.formatted(key.hash()));
        try (KeyRing keys = KeyRing.watching(List.of(entry(Key.random("inline"))), SCOPES, file, OFTEN)) {
            assertThat(keys.find(key.reveal())).map(KeyEntry::scopes).contains(Set.of(Scope.ADMIN));
            assertThat(keys.size()).isEqualTo(2);
        }
    }

    @Test
    void readsAPublicKey() throws IOException {
        Path file = write("keys.yml", """
                keys:
                - id: till-7
                  hash: %s
                  scopes: [events:write]
                  origins: ['https://Shop.Example:443', 'http://localhost:8080']
                  per-address: {per-second: 20, burst: 200}
                """.formatted(key.hash()));
        try (KeyRing keys = KeyRing.watching(List.of(entry(Key.random("inline"))), SCOPES, file, OFTEN)) {
            KeyEntry entry = keys.find(key.reveal()).orElseThrow();
            assertThat(entry.isPublic()).isTrue();
            assertThat(entry.perAddress()).isEqualTo(new Rate(20, 200));
            assertThat(entry.isFor("https://shop.example")).isTrue();
            assertThat(entry.isFor("http://shop.example")).isFalse();
            assertThat(entry.isFor(null)).isFalse();
            assertThat(keys.hasPublicKeyFor("http://localhost:8080")).isTrue();
            assertThat(keys.hasPublicKeyFor("http://localhost:8081")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"query:read", "admin", "ingest:write"})
    void doesNotLetAPublicKeyDoMoreThanSendWhatIsForPublicKeys(String scope) {
        KeyEntry entry = KeyEntry.secret("shop", key.hash(), Set.of(EVENTS, new Scope(scope)), null, null)
                .boundTo(Set.of(new WebOrigin("https://shop.example")), new Rate(5, 50));
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> KeyRing.of(List.of(entry), SCOPES))
                .withMessageContaining("Key shop is public")
                .withMessageContaining("has the scope " + scope + ":")
                .withMessageContaining("Leave it only what is for public keys: events:write.")
                .withMessageContaining("make another key, without origins");
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> KeyRing.of(List.of(entry), Scopes.BUILT_IN))
                .as("where nothing is for public keys, and the scope is none")
                .withMessageContaining("events:write");
    }

    @Test
    void keepsItsKeysWhenOneOfThemBecomesPublicAndMayRead() throws IOException {
        Path file = write("keys.yml", yaml(key));
        try (KeyRing keys = KeyRing.watching(List.of(), SCOPES, file, OFTEN)) {
            replace(file, yaml(key) + "  origins: ['https://shop.example']");
            await().atMost(ONE_MINUTE).until(keys::isStale);
            assertThat(keys.find(key.reveal())).get().returns(false, KeyEntry::isPublic);
            assertThat(keys.hasPublicKeyFor("https://shop.example")).isFalse();
        }
    }

    @Test
    void revokesAKeyThatLeavesTheFileAndKeepsAllWhileTheFileIsBroken() throws IOException {
        Key stays = Key.random("stays");
        Path file = write("keys.yml", yaml(key, stays));
        try (KeyRing keys = KeyRing.watching(List.of(), SCOPES, file, OFTEN)) {
            assertThat(keys.size()).isEqualTo(2);
            replace(file, "keys: [");
            await().atMost(ONE_MINUTE).until(keys::isStale);
            assertThat(keys.find(key.reveal())).isPresent();
            Files.delete(file);
            assertThat(keys.find(key.reveal())).isPresent();
            replace(file, yaml(stays));
            await().atMost(ONE_MINUTE).until(() -> keys.find(key.reveal()).isEmpty());
            assertThat(keys.find(stays.reveal())).isPresent();
            assertThat(keys.isStale()).isFalse();
        }
    }

    @Test
    void isNotStaleWhenTheFileIsAsItWasAgain() throws IOException {
        Path file = write("keys.yml", yaml(key));
        try (KeyRing keys = KeyRing.watching(List.of(), SCOPES, file, OFTEN)) {
            replace(file, "");
            await().atMost(ONE_MINUTE).until(keys::isStale);
            replace(file, yaml(key));
            await().atMost(ONE_MINUTE).until(() -> !keys.isStale());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "keys: 5",
                "- id: a",
                "keys: [{id: a_b, hash: HASH, scopes: [admin]}]",
                "keys: [{id: a, hash: abc, scopes: [admin]}]",
                "keys: [{id: a, hash: HASH, scopes: [everything]}]",
                "keys: [{id: a, hash: HASH}]",
                "keys: [{id: a, hash: HASH, scopes: [admin], stoer-id: s}]",
                "keys: [{id: a, hash: HASH, scopes: [admin], expires: soon}]",
                "keys: [{id: a, hash: HASH, scopes: [admin], limits: {rows: {per-second: 0}}}]",
                "keys: [{id: a, hash: HASH, scopes: [admin]}, {id: a, hash: HASH, scopes: [admin]}]",
                "keys: [{id: a, hash: HASH, scopes: ['events:write'], origins: ['https://shop.example']}]",
                "keys: [{id: a, hash: HASH, scopes: ['events:write'], origins: ['*'], per-address.per-second: 9}]",
                "keys: [{id: a, hash: HASH, scopes: ['events:write'], per-address.per-second: 0}]"
            })
    void refusesAFileThatIsNoListOfKeys(String content) throws IOException {
        Path file = write("keys.yml", content.replace("HASH", key.hash()));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> KeyRing.watching(List.of(), SCOPES, file, OFTEN))
                .withMessageNotContaining(key.hash());
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThatExceptionOfType(UnreadableKeysException.class)
                .isThrownBy(() -> KeyRing.watching(List.of(), SCOPES, folder.resolve("none.yml"), OFTEN))
                .withMessageContaining("none.yml");
    }

    @Test
    void refusesTwoKeysOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(List.of(entry(key), entry(Key.random("till-7"))), SCOPES))
                .withMessageContaining("till-7");
    }

    @Test
    void tellsWhichKeysHaveExpired() throws IOException {
        Path file = write("keys.yml", yaml(key) + """
                - {id: a, hash: %1$s, scopes: [admin], expires: '2030-01-01T00:00:00Z'}
                - {id: b, hash: %1$s, scopes: [admin], expires: '2031-01-01T00:00:00Z'}
                """.formatted(key.hash()));
        try (KeyRing keys = KeyRing.watching(List.of(), SCOPES, file, OFTEN)) {
            assertThat(keys.expiredAt(Instant.parse("2029-12-31T23:59:59Z"))).isZero();
            assertThat(keys.expiredAt(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(1);
            assertThat(keys.expiredAt(Instant.parse("2040-01-01T00:00:00Z"))).isEqualTo(2);
        }
    }

    @Test
    void tellsNeitherKeyNorHashByAccident() {
        assertThat(key.toString()).doesNotContain("till-7");
        assertThat(entry(key).toString()).contains("till-7").doesNotContain(key.hash());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** As an orchestrator does it: the file is never half there. */
    private void replace(Path file, String content) throws IOException {
        Files.move(write("next", content), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String yaml(Key... keys) {
        StringBuilder yaml = new StringBuilder("keys:\n");
        for (Key key : keys) {
            yaml.append("- id: %s%n  hash: %s%n  scopes: [admin]%n"
                    .formatted(key.id().orElseThrow(), key.hash()));
        }
        return yaml.toString();
    }

    private static KeyEntry entry(Key key) {
        return KeyEntry.secret(key.id().orElseThrow(), key.hash(), Set.of(Scope.QUERY_READ), null, null);
    }
}
