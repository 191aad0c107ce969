package io.tillstream.attack;

import io.tillstream.access.Scope;
import io.tillstream.access.keys.IssuedKey;
import io.tillstream.ingest.IngestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A further ingest service before the same streams, which asks for keys and knows two.
 *
 * @param key a secret one that may send rows of every feed
 * @param pageKey a public one for pages of {@link #PAGE}, by which one address may send {@value #ROWS_AT_ONCE} rows at once
 */
record GuardedIngest(ConfigurableApplicationContext context, String key, String pageKey) implements AutoCloseable {

    static final String PAGE = "https://shop.example";
    static final int ROWS_AT_ONCE = 20;
    private static final Scope EVENTS = new Scope("events:write");

    static GuardedIngest start(URI cloud, Path folder) throws IOException {
        IssuedKey honest = IssuedKey.random("honest", Set.of(Scope.INGEST_WRITE, EVENTS), null, null);
        IssuedKey page = IssuedKey.random("page", Set.of(EVENTS), null, null);
        Path keys = folder.resolve("keys.yml");
        Files.writeString(keys, """
                keys:
                %s
                %s
                  origins: ['%s']
                  per-address: {per-second: 1, burst: %d}
                """.formatted(
                        String.join("\n", honest.entry()), String.join("\n", page.entry()), PAGE, ROWS_AT_ONCE));
        ConfigurableApplicationContext context = IngestApplication.builder()
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--spring.cloud.aws.endpoint=" + cloud,
                        "--spring.cloud.aws.region.static=eu-west-1",
                        "--spring.cloud.aws.credentials.access-key=local",
                        "--spring.cloud.aws.credentials.secret-key=local",
                        "--tillstream.feeds=transactions,events",
                        "--tillstream.access.mode=keys",
                        "--tillstream.access.keys-file=" + keys);
        return new GuardedIngest(context, honest.key(), page.key());
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "ingest at " + address();
    }

    @Override
    public void close() {
        context.close();
    }
}
