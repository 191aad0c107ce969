package io.tillstream.attack;

import io.tillstream.access.Scope;
import io.tillstream.access.keys.IssuedKey;
import io.tillstream.ingest.IngestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/** A further ingest service before the same stream, which asks for keys and knows one. */
record GuardedIngest(ConfigurableApplicationContext context, String key) implements AutoCloseable {

    static GuardedIngest start(URI cloud, Path folder) throws IOException {
        IssuedKey honest = IssuedKey.random("honest", Set.of(Scope.INGEST_WRITE), null, null);
        Path keys = folder.resolve("keys.yml");
        Files.writeString(
                keys,
                honest.entry().stream().map(line -> "  " + line).collect(Collectors.joining("\n", "keys:\n", "\n")));
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
                        "--tillstream.access.mode=keys",
                        "--tillstream.access.keys-file=" + keys);
        return new GuardedIngest(context, honest.key());
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
