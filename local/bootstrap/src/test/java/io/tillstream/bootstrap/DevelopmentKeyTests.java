package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevelopmentKeyTests {

    private static final String ALL = "scopes: [admin, events:write, ingest:write, query:read]";
    private static final String BEFORE_EVENTS = "scopes: [admin, ingest:write, query:read]";

    @TempDir
    private Path folder;

    private Path keys;
    private DevelopmentKey key;

    @BeforeEach
    void name() {
        keys = folder.resolve("keys.yml");
        key = new DevelopmentKey(keys, folder.resolve("key"));
    }

    @Test
    void isGoodForEverything() throws IOException {
        assertThat(key.makeUnlessThere()).isTrue();
        assertThat(Files.readString(keys)).contains("- id: 'developer'", ALL);
        String made = Files.readString(keys);
        assertThat(key.makeUnlessThere()).isFalse();
        assertThat(Files.readString(keys)).isEqualTo(made);
    }

    @Test
    void learnsOfFeedsThatCameAfterItWasMade() throws IOException {
        key.makeUnlessThere();
        String made = Files.readString(keys);
        String others = "- id: 'till'\n  hash: '%s'\n  %s\n".formatted("0".repeat(64), BEFORE_EVENTS);
        Files.writeString(keys, made.replace(ALL, BEFORE_EVENTS) + others);
        String secret = Files.readString(folder.resolve("key"));

        assertThat(key.makeUnlessThere()).isFalse();

        assertThat(Files.readString(keys)).as("it alone").isEqualTo(made + others);
        assertThat(Files.readString(folder.resolve("key"))).isEqualTo(secret);
    }

    @Test
    void staysWithinTheScopesThatSomebodyHasLeftIt() throws IOException {
        key.makeUnlessThere();
        String less = Files.readString(keys).replace(ALL, "scopes: [query:read]");
        Files.writeString(keys, less);
        key.makeUnlessThere();
        assertThat(Files.readString(keys)).isEqualTo(less);
    }
}
