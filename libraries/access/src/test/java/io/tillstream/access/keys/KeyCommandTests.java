package io.tillstream.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import io.tillstream.access.rate.Rate;
import io.tillstream.model.StoreId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class KeyCommandTests {

    private static final Scope EVENTS = new Scope("events:write");

    private final StringWriter out = new StringWriter();
    private final StringWriter terminal = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void makesAKeyAndTheEntryThatRecognisesIt() throws IOException {
        int code = run("new", "--id", "007", "--scope", "ingest:write,query:read", "--store", "Ann's: shop");
        assertThat(code).isZero();
        String key = terminal.toString().lines().toList().getLast();
        assertThat(out.toString()).doesNotContain(key);
        Path file = Files.writeString(folder.resolve("keys.yml"), "keys:\n" + out);
        try (KeyRing keys = KeyRing.watching(List.of(), Scopes.installed(), file, Duration.ofHours(1))) {
            KeyEntry entry = keys.find(key).orElseThrow();
            assertThat(entry.id()).isEqualTo("007");
            assertThat(entry.scopes()).isEqualTo(Set.of(Scope.INGEST_WRITE, Scope.QUERY_READ));
            assertThat(entry.storeId()).isEqualTo(new StoreId("Ann's: shop"));
        }
    }

    @Test
    void makesAKeyThatEnds() throws IOException {
        assertThat(run("new", "--id", "till", "--scope", "admin", "--expires", "90d"))
                .isZero();
        assertThat(run("new", "--id", "desk", "--scope", "admin", "--expires", "2999-12-31"))
                .isZero();
        Path file = Files.writeString(folder.resolve("keys.yml"), "keys:\n" + out);
        try (KeyRing keys = KeyRing.watching(List.of(), Scopes.installed(), file, Duration.ofHours(1))) {
            Instant now = Instant.now();
            assertThat(keys.expiredAt(now.plus(Duration.ofDays(89)))).isZero();
            assertThat(keys.expiredAt(now.plus(Duration.ofDays(90)))).isEqualTo(1);
            assertThat(keys.expiredAt(Instant.parse("2999-12-31T00:00:00Z"))).isEqualTo(2);
        }
    }

    @Test
    void makesAPublicKey() throws IOException {
        assertThat(run(
                        "new",
                        "--id",
                        "shop",
                        "--scope",
                        "events:write",
                        "--origin",
                        "https://shop.example,https://m.shop.example",
                        "--origin",
                        "http://localhost:8080",
                        "--per-address",
                        "7"))
                .isZero();
        run("new", "--id", "blog", "--scope", "events:write", "--origin", "https://blog.example");
        run("new", "--id", "kiosk", "--scope", "ingest:write", "--per-address", "100");
        List<String> made = terminal.toString()
                .lines()
                .filter(line -> line.startsWith("tsk_"))
                .toList();
        Path file = Files.writeString(folder.resolve("keys.yml"), "keys:\n" + out);
        try (KeyRing keys = KeyRing.watching(List.of(), Scopes.installed(), file, Duration.ofHours(1))) {
            KeyEntry shop = keys.find(made.get(0)).orElseThrow();
            assertThat(shop.scopes()).containsExactly(EVENTS);
            assertThat(shop.origins())
                    .extracting(WebOrigin::text)
                    .containsExactlyInAnyOrder(
                            "https://shop.example", "https://m.shop.example", "http://localhost:8080");
            assertThat(shop.perAddress()).isEqualTo(new Rate(7, 70));
            assertThat(keys.find(made.get(1)))
                    .as("has a rate, whether one is given or not")
                    .get()
                    .returns(new Rate(20, 200), KeyEntry::perAddress);
            assertThat(keys.find(made.get(2)))
                    .get()
                    .returns(false, KeyEntry::isPublic)
                    .returns(new Rate(100, 1000), KeyEntry::perAddress);
        }
    }

    @Test
    void saysWhyAPublicKeyMustNotRead() {
        run("new", "--id", "a", "--scope", "query:read", "--origin", "https://shop.example");
        assertThat(terminal.toString())
                .contains("Key a is public", "query:read", "Leave it only what is for public keys: events:write");
    }

    @Test
    void makesAnotherKeyEachTime() {
        run("new", "--id", "a", "--scope", "admin");
        run("new", "--id", "a", "--scope", "admin");
        assertThat(terminal.toString().lines().filter(line -> line.startsWith("tsk_a_")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new --id a",
                "new --scope admin",
                "new --id a_b --scope admin",
                "new --id a --scope root",
                "new --id a --scope admin --expires soon",
                "new --id a --scope admin --expires 0d",
                "new --id a --scope admin --expires 2010-12-01",
                "new --id a --scope admin --expires 2030-13-01",
                "new --id a --scope admin --store ",
                "new --id a --scope admin --origin https://shop.example",
                "new --id a --scope events:write,query:read --origin https://shop.example",
                "new --id a --scope events:write --origin shop.example",
                "new --id a --scope events:write --origin https://shop.example/cart",
                "new --id a --scope events:write --origin https://shop.example --per-address 0",
                "new --id a --scope events:write --origin https://shop.example --per-address many"
            })
    void refusesWhatCannotBeAKey(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(terminal.toString()).isNotBlank().doesNotContain("tsk_");
    }

    private int run(String... arguments) {
        return new CommandLine(new KeyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(terminal))
                .execute(arguments);
    }
}
