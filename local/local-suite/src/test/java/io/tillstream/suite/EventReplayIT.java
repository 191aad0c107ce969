package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.producer.generate.GenerateCommand;
import io.tillstream.producer.replay.ReplayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Generated events of a web shop, sent to a running suite by {@code replay}. */
class EventReplayIT {

    private static final String FEEDS = "tillstream.feeds";
    private static final FeedLayout EVENTS = new ShopEventFeed().layout();
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @BeforeAll
    static void runBothFeeds() {
        System.setProperty(FEEDS, "transactions,events");
    }

    @AfterAll
    static void runTheUsualOnes() {
        System.clearProperty(FEEDS);
    }

    /** The second time in two files that are joined; the third to know that all has passed. */
    @Test
    void lieInTheLakeOnceHoweverTheyAreSent() {
        String whole = folder.resolve("whole.csv.gz").toString();
        String apart = folder.resolve("apart.csv").toString();
        String items = folder.resolve("item.csv").toString();
        String marker = folder.resolve("marker.csv").toString();
        run(new GenerateCommand(), "--feed", "events", "--rows", "2000", "--out", whole);
        run(new GenerateCommand(), "--feed", "events", "--rows", "2000", "--out", apart, "--items", items);
        run(new GenerateCommand(), "--feed", "events", "--rows", "500", "--seed", "2", "--out", marker);
        try (Suite suite = Suites.ephemeral();
                Pipeline pipeline = Pipeline.of(suite)) {
            assertThat(replay(suite, whole)).contains("2,000 read, 2,000 sent, 2,000 accepted, 0 rejected");
            assertThat(replay(suite, apart, "--join", items, "--on", "product_id"))
                    .contains("2,000 accepted, 0 rejected");
            assertThat(replay(suite, marker)).contains("500 accepted, 0 rejected");
            await().atMost(SOON).until(() -> ids(pipeline.lakeOf(EVENTS)).size() == 2_500);
            List<JsonNode> lines = pipeline.lakeOf(EVENTS);
            assertThat(lines).hasSize(2_500);
            assertThat(lines.stream()
                            .filter(line -> line.path("eventType").asString().equals("purchase")))
                    .isNotEmpty()
                    .allMatch(line -> !line.path("categoryId").asString().isEmpty());
        }
    }

    private static Set<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("eventId").asString()).collect(Collectors.toSet());
    }

    private String replay(Suite suite, String file, String... options) {
        Stream<String> usual = Stream.of(
                "--feed",
                "events",
                "--url",
                suite.ingest().toString(),
                "--state-dir",
                folder.resolve("state").toString());
        return run(
                new ReplayCommand(),
                Stream.of(usual, Stream.of(options), Stream.of(file))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private static String run(Object command, String... options) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(options);
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString();
    }
}
