package io.tillstream.consumers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide shows the code that is compiled and tested here, and no other. */
class AddingASinkTests {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path SOURCES = MODULE.resolve("src/test/java/io/tillstream/consumers/example");
    private static final Path GUIDE =
            MODULE.resolveSibling("docs").resolve("develop").resolve("adding-a-sink.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- from (\\w+\\.java) -->\\s*```java\n(.*?)```");

    @Test
    void everyBlockOfCodeIsARegionOfItsSource() throws IOException {
        List<MatchResult> blocks = blocks();
        assertThat(blocks)
                .extracting(block -> block.group(1))
                .containsOnly(
                        "FolderSink.java", "FolderProperties.java", "FolderConfiguration.java", "FolderSinkTests.java");
        for (MatchResult block : blocks) {
            assertThat(unindented(Files.readString(SOURCES.resolve(block.group(1)))))
                    .as("the guide's code from %s", block.group(1))
                    .contains(unindented(block.group(2)));
        }
    }

    @Test
    void noOtherCodeIsShown() throws IOException {
        long all = Pattern.compile("```java")
                .matcher(Files.readString(GUIDE))
                .results()
                .count();
        assertThat(blocks()).hasSize((int) all);
    }

    private static List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE)).results().toList();
    }

    private static String unindented(String code) {
        return code.strip().replaceAll("\\s*\n\\s*", "\n");
    }
}
