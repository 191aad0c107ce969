package io.tillstream.suite.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows the feed that is compiled and tested here, and no other; and it tells what the feed took. */
class AddingAFeedTests {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path TESTS = ROOT.resolve(Path.of("local", "local-suite", "src", "test"));
    private static final Path CODE = TESTS.resolve("java/io/tillstream/suite/example");
    private static final Path INSTALLED = TESTS.resolve("resources/stock-movements");
    private static final Path GUIDE = ROOT.resolve("docs/develop/adding-a-feed.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- from (\\S+) -->\\s*```\\w*\n(.*?)```");
    private static final Pattern ANY_BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern MENTION = Pattern.compile("(?i)stock.?movement");

    @Test
    void everyBlockOfCodeIsARegionOfItsSource() throws IOException {
        List<MatchResult> blocks = blocks();
        for (MatchResult block : blocks) {
            assertThat(unindented(Files.readString(source(block.group(1)))))
                    .as("the guide's code from %s", block.group(1))
                    .contains(unindented(block.group(2)));
        }
        assertThat(blocks)
                .extracting(block -> source(block.group(1)))
                .contains(CODE.resolve("StockMovementFeedTests.java"))
                .containsAll(classes());
    }

    @Test
    void noOtherCodeIsShown() throws IOException {
        assertThat(ANY_BLOCK.matcher(Files.readString(GUIDE)).results()).hasSameSizeAs(blocks());
    }

    @Test
    void tellsHowManyFilesAndLinesItTook() throws IOException {
        List<Path> files = Stream.concat(classes().stream(), filesBelow(INSTALLED).stream())
                .toList();
        long lines =
                files.stream().mapToLong(file -> textOf(file).lines().count()).sum();
        assertThat(Files.readString(GUIDE)).contains("It took %d files and %d lines".formatted(files.size(), lines));
    }

    @Test
    void noMainSourceKnowsOfIt() throws IOException {
        List<Path> sources = filesBelow(ROOT).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> file.toString().matches(".*\\.(java|sql|ya?ml|properties|js|html)"))
                .toList();
        assertThat(sources)
                .hasSizeGreaterThan(700)
                .noneMatch(file -> MENTION.matcher(textOf(file)).find());
    }

    private static List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE)).results().toList();
    }

    /** The feed itself, without its tests. */
    private static List<Path> classes() throws IOException {
        return filesBelow(CODE).stream()
                .filter(file -> !file.toString().matches(".*(Tests|package-info)\\.java"))
                .toList();
    }

    private static Path source(String named) {
        return named.endsWith(".java") ? CODE.resolve(named) : INSTALLED.resolve(named);
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                Integer.MAX_VALUE,
                (file, attributes) ->
                        attributes.isRegularFile() && !file.toString().contains("/target/"))) {
            return files.toList();
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String unindented(String code) {
        return code.strip().replaceAll("\\s*\n\\s*", "\n");
    }
}
